using System.Diagnostics;
using MeanField.Actors;
using MeanField.Actors.Clients;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;
using MeanField.Protocol;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Benchmarks.Failover;

/// <summary>A cluster of real processes at default settings, with a run that would go on for hours.</summary>
internal sealed class FailoverCluster : IAsyncDisposable
{
    private const int Coordinators = 2;
    private const int Workers = 3;

    private readonly TrialCluster _cluster;
    private readonly ClusterClient _client;
    private readonly RunId _run;

    private FailoverCluster(TrialCluster cluster, ClusterClient client, RunId run)
    {
        (_cluster, _client, _run) = (cluster, client, run);
        Watch = new(client, run);
    }

    public StepWatch Watch { get; }

    /// <summary>The member that holds the coordinator: it was alone when the run was handed in.</summary>
    public TrialNode Coordinator => _cluster.Nodes[0];

    /// <summary>A member that holds shards.</summary>
    public TrialNode Worker => _cluster.Nodes[^1];

    public IReadOnlyList<TrialNode> Members => _cluster.Nodes;

    public static async Task<FailoverCluster> StartAsync()
    {
        var cluster = new TrialCluster(
        [
            .. Enumerable.Repeat(TrialCluster.Coordinators, Coordinators),
            .. Enumerable.Repeat(TrialCluster.Shards, Workers),
        ]);
        foreach (var node in cluster.Nodes.Where(node => node != cluster.Nodes[1]))
            await StartAsync(node);
        var client = await ClusterClient.ConnectAsync(new()
        {
            Members = [.. cluster.Nodes.Select(node => Parse(node.Address))],
        });
        var run = await client.SubmitAsync(Workload(), new() { Shards = 2 * Workers });
        await StartAsync(cluster.Nodes[1]);
        var running = new FailoverCluster(cluster, client, run);
        await running.Watch.UntilAsync(watch => watch.Nodes == Workers, "be spread over all workers");
        await running.UntilGoingOnAsync();
        return running;
    }

    /// <summary>The seconds that the run stands still around something that happens.</summary>
    public async Task<double> PauseAsync(Func<Task> happening)
    {
        Watch.Restart();
        await happening();
        await UntilGoingOnAsync();
        return Watch.LongestPause.TotalSeconds;
    }

    /// <summary>Starts a member again; the seconds until it holds shards.</summary>
    public async Task<double> JoinAsync(TrialNode node)
    {
        var since = Stopwatch.GetTimestamp();
        node.Start();
        await Watch.UntilAsync(watch => watch.Nodes == Workers, "be spread over all workers");
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>Until it has gone on for longer than any pause that would follow what happened before.</summary>
    public async Task UntilGoingOnAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            var before = Watch.Step;
            await Task.Delay(TimeSpan.FromSeconds(1));
            await Watch.UntilAsync(watch => watch.Step > before, "go on");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Watch.DisposeAsync();
        await _client.DisposeAsync();
        _cluster.Dispose();
    }

    private static async Task StartAsync(TrialNode node)
    {
        node.Start();
        await node.UntilUpAsync();
    }

    private static Endpoint Parse(string address) =>
        Endpoint.TryParse(address, out var endpoint) ? endpoint : throw new FormatException(address);

    private static string Workload()
    {
        var spec = PaperLaw.Of(4000, 40, 1_000_000_000);
        return SpecificationJson.Write(spec with { Observe = spec.Observe with { TestSamples = 2 } }, indented: false);
    }
}
