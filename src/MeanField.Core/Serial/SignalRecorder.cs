using System.Collections.Immutable;
using MeanField.Core.Dynamics;

namespace MeanField.Core.Serial;

/// <summary>Gathers signals and hands them on in batches.</summary>
internal sealed class SignalRecorder(int length, int steps, long firstStep, Action<RunEvent> sink)
{
    private readonly double[] _values = new double[length * steps];
    private long _first = firstStep;
    private int _count;

    /// <summary>Where the next step's signal is to be written.</summary>
    public Span<double> Next() => _values.AsSpan(_count * length, length);

    /// <summary>Keeps what was written; true where a batch was handed on.</summary>
    public bool Commit()
    {
        if (++_count < steps)
            return false;
        Flush();
        return true;
    }

    public void Flush()
    {
        if (_count == 0)
            return;
        sink(new SignalsRecorded(_first, ImmutableArray.Create(_values.AsSpan(0, _count * length))));
        _first += _count;
        _count = 0;
    }
}
