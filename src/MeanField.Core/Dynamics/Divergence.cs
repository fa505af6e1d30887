namespace MeanField.Core.Dynamics;

/// <summary>The one way in which the dynamics itself can fail: a signal that is no number any more.</summary>
public static class Divergence
{
    /// <summary>The failure that a round's signals mean, or null where all of them are finite.</summary>
    public static RunFailed? Of(long firstStep, ReadOnlySpan<double> signals, int signalLength)
    {
        for (var i = 0; i < signals.Length; i++)
        {
            if (double.IsFinite(signals[i]))
                continue;
            var step = firstStep + i / signalLength;
            return new(step, $"the residual of step {step} is {signals[i]}: the dynamics diverged; "
                + "a smaller training.stepSize may help");
        }
        return null;
    }
}
