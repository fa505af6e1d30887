using System.Diagnostics;
using MeanField.Actors;
using MeanField.Actors.Listening;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Protocol;

namespace MeanField.Benchmarks.Workloads;

/// <summary>
/// Seconds per step through actors in this process, from the first recorded signals to the last.
/// </summary>
internal sealed class ActorRate
{
    private readonly Stopwatch _watch = new();
    private readonly List<double> _signals = [];
    private int _batch = 1;
    private long _first;
    private long _last;
    private TimeSpan _elapsed;
    private string? _failure;

    public static async Task<double> SecondsPerStepAsync(ActorEngine engine, ExperimentSpec spec, int? shards = null) =>
        (await MeasureAsync(engine, spec, new() { Shards = shards })).SecondsPerStep;

    public static async Task<ActorTiming> MeasureAsync(ActorEngine engine, ExperimentSpec spec, RunOptions options)
    {
        var rate = new ActorRate { _batch = spec.Training.Batch };
        var report = await engine.RunAsync(spec, options, rate.Take);
        if (report.Ending is not RunEnding.Completed)
            throw new InvalidOperationException($"The run ended {report.Ending}: {rate._failure}.");
        return new(rate._elapsed.TotalSeconds / (rate._last - rate._first), rate._signals, report);
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
        if (fact is RunFailed failed)
            _failure = failed.Reason;
        if (fact is not SignalsRecorded recorded)
            return ValueTask.CompletedTask;
        _last = recorded.FirstStep + recorded.Values.Length / _batch;
        _elapsed = _watch.Elapsed;
        _signals.AddRange(recorded.Values);
        if (!_watch.IsRunning)
            _first = _last;
        _watch.Start();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A run through actors.</summary>
/// <param name="SecondsPerStep">From the first recorded signals to the last.</param>
/// <param name="Signals">Of all steps.</param>
/// <param name="Report">Messages and bytes.</param>
internal sealed record ActorTiming(double SecondsPerStep, IReadOnlyList<double> Signals, RunReport Report);
