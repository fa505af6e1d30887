using Akka.Cluster.Hosting.SBR;

namespace MeanField.Actors.Membership;

/// <summary>Who goes on when members lose sight of each other; the others leave.</summary>
public enum SplitBrainPolicy
{
    /// <summary>
    /// The side of the first member, however small: for a process that holds the run and its helpers, which
    /// are nothing without it. Two members survive the death of the second, whichever address is lower.
    /// </summary>
    KeepFirst,

    /// <summary>The larger side; of two equal ones that with the lowest address.</summary>
    KeepMajority,
}

internal static class SplitBrainPolicies
{
    public static SplitBrainResolverOption Option(this SplitBrainPolicy policy) => policy switch
    {
        // down-if-alone would let the first member go when it loses all others at once
        SplitBrainPolicy.KeepFirst => new KeepOldestOption { DownIfAlone = false },
        _ => new KeepMajorityOption(),
    };
}
