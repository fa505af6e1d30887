using System.Diagnostics;
using MeanField.Actors;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>Seconds per step through actors in this process, from the first recorded signals to the last.</summary>
internal sealed class ActorRate
{
    private readonly Stopwatch _watch = new();
    private long _first;
    private long _last;
    private TimeSpan _elapsed;

    public static async Task<double> SecondsPerStepAsync(ActorEngine engine, ExperimentSpec spec, int? shards = null)
    {
        var rate = new ActorRate();
        await engine.RunAsync(spec, new() { Shards = shards }, rate.Take);
        return rate._elapsed.TotalSeconds / (rate._last - rate._first);
    }

    private ValueTask Take(RunEvent fact)
    {
        if (fact is not SignalsRecorded recorded)
            return ValueTask.CompletedTask;
        _last = recorded.FirstStep + recorded.Values.Length;
        _elapsed = _watch.Elapsed;
        if (!_watch.IsRunning)
            _first = _last;
        _watch.Start();
        return ValueTask.CompletedTask;
    }
}
