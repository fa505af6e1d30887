using MeanField.Resilience.Tests.Hosts;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>Real processes that form a cluster, on loopback or on hosts of their own.</summary>
internal sealed class TrialCluster : IDisposable
{
    public const string Shards = "shards";
    public const string Coordinators = "coordinators";
    public const string Both = "";

    public static readonly IReadOnlyList<string> Three = [Both, Both, Both];

    private readonly TemporaryDirectory _folder = new();

    /// <param name="roles">Of each member.</param>
    /// <param name="network">Where the members live, a host each; null: on loopback.</param>
    /// <param name="journal">Where the journal is; null: a file that they share.</param>
    /// <param name="data">Where checkpoints go; null: a folder that they share.</param>
    public TrialCluster(
        IReadOnlyList<string> roles, VirtualNetwork? network = null, string? journal = null, string? data = null)
    {
        var addresses = roles.Select((_, number) => network is null
            ? Loopback.FreePlace()
            : $"{network.Hosts[number].Address}:4053").ToList();
        string[] shared =
        [
            .. addresses.SelectMany(address => new[] { "--join", address }),
            "--data", data ?? _folder["data"], "--threads", "1",
            .. journal is null ? Array.Empty<string>() : ["--journal", journal],
            .. network is null ? Array.Empty<string>() : ["--insecure"],
        ];
        Nodes =
        [
            .. roles.Zip(addresses, (role, address) => new TrialNode(
                address,
                ["--listen", address, .. role.Length > 0 ? new[] { "--role", role } : [], .. shared],
                network?.Hosts[addresses.IndexOf(address)])),
        ];
    }

    public IReadOnlyList<TrialNode> Nodes { get; }

    public static async Task<TrialCluster> StartAsync(
        IReadOnlyList<string> roles, VirtualNetwork? network = null, string? journal = null, string? data = null)
    {
        var cluster = new TrialCluster(roles, network, journal, data);
        try
        {
            await cluster.StartAllAsync();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public async Task StartAllAsync()
    {
        foreach (var node in Nodes)
            node.Start();
        await Task.WhenAll(Nodes.Select(node => node.UntilUpAsync()));
    }

    /// <summary>Of a member, and of its host where it has one.</summary>
    public int Number(TrialNode node) => Nodes.TakeWhile(other => other != node).Count();

    public TrialNode At(string address) => Nodes.Single(node => node.Address == address);

    public void Dispose()
    {
        foreach (var node in Nodes)
            node.Dispose();
        _folder.Dispose();
    }

    public override string ToString() => string.Join('\n', Nodes);
}
