namespace MeanField.Lab.Runs;

/// <summary>How long a run took.</summary>
/// <param name="WallSeconds">From its start to its end, all sessions together.</param>
/// <param name="StepSeconds">Of these, waiting for steps: without observing and writing.</param>
public sealed record RunTiming(double WallSeconds, double StepSeconds)
{
    public static RunTiming None { get; } = new(0, 0);

    public double StepsPerSecond(long steps) => StepSeconds > 0 ? steps / StepSeconds : 0;
}

/// <summary>Tells stepping from everything else by who kept the run directory waiting.</summary>
internal sealed class RunClock(TimeProvider time, RunTiming earlier)
{
    private readonly long _started = time.GetTimestamp();
    private long _left = time.GetTimestamp();
    private double _stepSeconds = earlier.StepSeconds;
    private double? _wallSeconds;

    public RunTiming Timing => new(_wallSeconds ?? WallSeconds, _stepSeconds);

    private double WallSeconds => earlier.WallSeconds + time.GetElapsedTime(_started).TotalSeconds;

    /// <summary>
    /// An event has been handed on; the time since the engine was last left alone went into it.
    /// </summary>
    public void Enter(bool stepping, long handedOn)
    {
        if (stepping)
            _stepSeconds += time.GetElapsedTime(_left, handedOn).TotalSeconds;
    }

    /// <summary>The engine has been left alone since then.</summary>
    public void Leave(long since) => _left = since;

    public void Stop() => _wallSeconds ??= WallSeconds;
}
