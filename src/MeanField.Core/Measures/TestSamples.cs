using MeanField.Core.Data;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>
/// The samples that the risk is measured on at a step: the law's fixed set, or fresh ones keyed by the
/// step.
/// </summary>
public sealed class TestSamples(ObserveSpec observe, IDataLaw law, long step)
{
    public int Count => law.FixedTestSet?.Count ?? observe.TestSamples;

    /// <summary>They are the whole law: the mean over them is the population risk itself.</summary>
    public bool Whole => law.FixedTestSet is { Whole: true };

    /// <summary>Fills x with sample m and returns y.</summary>
    public double Draw(int m, Span<double> x)
    {
        if (law.FixedTestSet is not { } set)
            return law.Draw(Purpose.TestSample, step, m, x);
        set.Inputs.AsSpan(m * law.Dimension, law.Dimension).CopyTo(x);
        return set.Targets[m];
    }
}
