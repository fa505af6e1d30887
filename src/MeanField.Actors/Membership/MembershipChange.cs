namespace MeanField.Actors.Membership;

public enum MembershipChangeKind
{
    /// <summary>Takes part from now on.</summary>
    Joined,

    /// <summary>Does not answer; may come back.</summary>
    Unreachable,

    /// <summary>Answers again.</summary>
    Reachable,

    /// <summary>Has handed over what it held and gone.</summary>
    Left,

    /// <summary>Was lost, and does not belong to the cluster any more.</summary>
    Lost,
}

/// <summary>Something that a member saw happen to another, or to itself.</summary>
public sealed record MembershipChange(MembershipChangeKind Kind, Endpoint Member);

/// <summary>How a membership ended.</summary>
public enum MembershipEnd
{
    /// <summary>It was asked to leave, and handed over what it held.</summary>
    Left,

    /// <summary>The others went on without it: they had lost sight of it, or it of them.</summary>
    Downed,
}
