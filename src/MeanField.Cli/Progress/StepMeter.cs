namespace MeanField.Cli.Progress;

/// <summary>How far a run is and how fast it goes: the run writes one number, displays read when they like.</summary>
internal sealed class StepMeter(long steps, TimeProvider clock)
{
    /// <summary>The rate is that of so much of the latest time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(15);

    private readonly Queue<(long Timestamp, long Step)> _readings = new();
    private long _step;

    public void Reach(long step) => Volatile.Write(ref _step, step);

    public StepReading Read()
    {
        var now = (Timestamp: clock.GetTimestamp(), Step: Volatile.Read(ref _step));
        while (_readings.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.Timestamp, now.Timestamp) > Memory)
            _readings.Dequeue();
        _readings.Enqueue(now);
        var first = _readings.Peek();
        var seconds = clock.GetElapsedTime(first.Timestamp, now.Timestamp).TotalSeconds;
        return new(now.Step, steps, seconds > 0 ? (now.Step - first.Step) / seconds : 0);
    }
}
