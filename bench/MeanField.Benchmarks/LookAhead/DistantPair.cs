using System.Net;
using MeanField.Actors;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.LookAhead;

/// <summary>Two members of a cluster, in this process but as far apart as a network would keep them.</summary>
internal sealed class DistantPair : IAsyncDisposable
{
    private readonly List<DelayLine> _lines = [];
    private readonly List<ActorEngine> _members = [];

    /// <param name="delay">Of every byte between them, each way.</param>
    public static async Task<DistantPair> StartAsync(TimeSpan delay)
    {
        var pair = new DistantPair();
        await pair.AddAsync(delay);
        await pair.AddAsync(delay);
        await pair._members[0].WaitForShardHoldersAsync(2, TimeSpan.FromSeconds(60), CancellationToken.None);
        return pair;
    }

    /// <summary>Seconds of rounds per step: the difference of two runs, which begin and end alike.</summary>
    /// <param name="spec">At any number of steps.</param>
    /// <param name="shorter">Of one, in steps.</param>
    /// <param name="longer">Of the other.</param>
    public async Task<double> SecondsPerStepAsync(Func<long, ExperimentSpec> spec, long shorter, long longer)
    {
        var before = await RoundsAsync(spec(shorter));
        var after = await RoundsAsync(spec(longer));
        return (after - before).TotalSeconds / (longer - shorter);
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = _members.Count - 1; i >= 0; i--)
            await _members[i].DisposeAsync();
        _lines.ForEach(line => line.Dispose());
    }

    private async Task<TimeSpan> RoundsAsync(ExperimentSpec spec) =>
        (await _members[0].RunAsync(spec, new() { Shards = 2 }, _ => ValueTask.CompletedTask)).Ledger.Rounds;

    private async Task AddAsync(TimeSpan delay)
    {
        var listen = new Endpoint(IPAddress.Loopback.ToString(), Loopback.FreePort());
        var line = new DelayLine(listen, delay);
        _lines.Add(line);
        _members.Add(await ActorEngine.StartAsync(new ActorEngineOptions
        {
            Listen = listen,
            Public = line.Door,
            Join = [.. _members.Take(1).Select(first => first.Address)],
            ComputeThreads = 1,
        }));
    }
}
