namespace MeanField.Cli.Progress;

/// <summary>How far a run is and how fast it goes: the run writes one number, displays read when they like.</summary>
internal sealed class StepMeter(long steps, TimeProvider clock)
{
    /// <summary>The rate is that of so many of the latest readings.</summary>
    private const int RememberedReadings = 20;

    private readonly Queue<(long Timestamp, long Step)> _readings = new();
    private long _step;

    public void Reach(long step) => Volatile.Write(ref _step, step);

    public StepReading Read()
    {
        var now = (Timestamp: clock.GetTimestamp(), Step: Volatile.Read(ref _step));
        _readings.Enqueue(now);
        if (_readings.Count > RememberedReadings)
            _readings.Dequeue();
        var first = _readings.Peek();
        var seconds = clock.GetElapsedTime(first.Timestamp, now.Timestamp).TotalSeconds;
        return new(now.Step, steps, seconds > 0 ? (now.Step - first.Step) / seconds : 0);
    }
}
