namespace MeanField.Core.Dynamics;

/// <summary>The one way in which the dynamics itself can fail: a signal that is no number any more.</summary>
public static class Divergence
{
    /// <summary>The failure that a signal means, or null where all of it is finite.</summary>
    public static RunFailed? Of(long step, ReadOnlySpan<double> signal)
    {
        foreach (var value in signal)
        {
            if (!double.IsFinite(value))
                return new RunFailed(step, $"the residual of step {step} is {value}: the dynamics diverged; a smaller training.stepSize may help");
        }
        return null;
    }
}
