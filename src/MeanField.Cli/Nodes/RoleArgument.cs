using MeanField.Actors.Membership;

namespace MeanField.Cli.Nodes;

/// <summary>What a node may hold, as people type it: by default everything.</summary>
internal static class RoleArgument
{
    public static string[] Names { get; } = [.. new[] { NodeRoles.Shards, NodeRoles.Coordinators }.Select(Name)];

    public static NodeRoles Parse(IReadOnlyList<string> names) => names.Count == 0
        ? NodeRoles.All
        : names.Aggregate(NodeRoles.None, (roles, name) => roles | Enum.Parse<NodeRoles>(name, ignoreCase: true));

    private static string Name(NodeRoles role) => role.ToString().ToLowerInvariant();
}
