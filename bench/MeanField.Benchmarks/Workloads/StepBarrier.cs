namespace MeanField.Benchmarks.Workloads;

/// <summary>Threads meet once per step; the last to come does what is to be done between steps.</summary>
/// <remarks>Waits by spinning for some microseconds, then gives its core to whoever wants it.</remarks>
internal sealed class StepBarrier(int threads, Action between)
{
    private const int Spins = 2000;

    private int _arrived;
    private volatile int _phase;

    public void Meet()
    {
        var phase = _phase;
        if (Interlocked.Increment(ref _arrived) == threads)
        {
            between();
            _arrived = 0;
            _phase = phase + 1;
            return;
        }
        for (var spin = 0; _phase == phase; spin++)
        {
            if (spin < Spins)
                Thread.SpinWait(1);
            else
                Thread.Yield();
        }
    }
}
