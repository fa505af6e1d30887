using Akka.Actor;
using Akka.Cluster.Sharding;

namespace MeanField.Actors.Membership;

/// <summary>The members whose regions have registered themselves to be given shards.</summary>
internal static class ShardHolders
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task<int> CountAsync(IActorRef region, CancellationToken cancellation)
    {
        try
        {
            var known = await region.Ask<CurrentRegions>(GetCurrentRegions.Instance, Patience, cancellation);
            return known.Regions.Count;
        }
        catch (AskTimeoutException)
        {
            return 0;
        }
    }
}
