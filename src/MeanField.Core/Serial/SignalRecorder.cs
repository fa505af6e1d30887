using System.Collections.Immutable;
using MeanField.Core.Dynamics;

namespace MeanField.Core.Serial;

/// <summary>Gathers signals and hands them on in batches.</summary>
internal sealed class SignalRecorder(int length, int steps, long firstStep, Action<RunEvent> sink)
{
    private readonly double[] _values = new double[length * steps];
    private long _first = firstStep;
    private int _count;

    /// <summary>Takes the signals of whole steps; true where a batch was handed on.</summary>
    public bool Add(ReadOnlySpan<double> signals)
    {
        var handedOn = false;
        while (!signals.IsEmpty)
        {
            var taken = Math.Min(signals.Length, _values.Length - _count);
            signals[..taken].CopyTo(_values.AsSpan(_count));
            _count += taken;
            signals = signals[taken..];
            if (_count < _values.Length)
                continue;
            Flush();
            handedOn = true;
        }
        return handedOn;
    }

    public void Flush()
    {
        if (_count == 0)
            return;
        sink(new SignalsRecorded(_first, ImmutableArray.Create(_values.AsSpan(0, _count))));
        _first += _count / length;
        _count = 0;
    }
}
