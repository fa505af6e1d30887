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

    /// <summary>An event has arrived; the time since the last one was left went into it.</summary>
    public void Enter(bool stepping)
    {
        if (stepping)
            _stepSeconds += time.GetElapsedTime(_left).TotalSeconds;
    }

    public void Leave() => _left = time.GetTimestamp();

    public void Stop() => _wallSeconds ??= WallSeconds;
}
