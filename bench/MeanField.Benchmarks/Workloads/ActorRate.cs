using System.Diagnostics;
using MeanField.Actors;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Seconds per step through actors in this process, from the first recorded signals to the last.
/// </summary>
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

    /// <summary>Seconds per step from the seed to the end by the signals of all steps.</summary>
    public static async Task<double> ReplaySecondsPerStepAsync(
        ActorEngine engine, ExperimentSpec spec, ReadOnlyMemory<double> signals)
    {
        var nothing = await SecondsToMeasureAsync(engine, spec, new());
        var everything = await SecondsToMeasureAsync(
            engine, spec, new() { KnownSignals = signals, ObserveFrom = spec.Training.Steps });
        return (everything - nothing) / spec.Training.Steps;
    }

    /// <summary>From the submission of a run to its first observation, where it ends.</summary>
    private static async Task<double> SecondsToMeasureAsync(ActorEngine engine, ExperimentSpec spec, RunOptions options)
    {
        using var enough = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        await engine.RunAsync(spec, options, fact =>
        {
            if (fact is MeasureObserved)
            {
                watch.Stop();
                enough.Cancel();
            }
            return ValueTask.CompletedTask;
        }, enough.Token);
        return watch.Elapsed.TotalSeconds;
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
