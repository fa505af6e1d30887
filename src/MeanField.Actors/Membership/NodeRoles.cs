namespace MeanField.Actors.Membership;

/// <summary>What a member may hold.</summary>
[Flags]
public enum NodeRoles
{
    None = 0,

    /// <summary>Particles.</summary>
    Shards = 1,

    /// <summary>Runs.</summary>
    Coordinators = 2,

    All = Shards | Coordinators,
}

/// <summary>The roles as members tell them to each other.</summary>
internal static class RoleNames
{
    public const string Shards = "shards";
    public const string Coordinators = "coordinators";

    public static string[] Of(NodeRoles roles) =>
    [
        .. roles.HasFlag(NodeRoles.Shards) ? [Shards] : Array.Empty<string>(),
        .. roles.HasFlag(NodeRoles.Coordinators) ? [Coordinators] : Array.Empty<string>(),
    ];
}
