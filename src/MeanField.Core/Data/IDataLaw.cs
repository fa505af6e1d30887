using MeanField.Core.Randomness;

namespace MeanField.Core.Data;

/// <summary>The law of (x, y): sample number (step, item) of a purpose is a pure function of the seed.</summary>
public interface IDataLaw
{
    /// <summary>d.</summary>
    int Dimension { get; }

    /// <summary>Fills x (length d) and returns y.</summary>
    double Draw(Purpose purpose, long step, int item, Span<double> x);

    /// <summary>y alone; x may be left as it is where the law knows y without it.</summary>
    double DrawTarget(Purpose purpose, long step, int item, Span<double> x) => Draw(purpose, step, item, x);

    /// <summary>The samples that the risk is measured on where they are not drawn afresh: held-out rows, or a whole finite law.</summary>
    TestSet? FixedTestSet { get; }
}

/// <summary>A fixed set of samples of equal weight.</summary>
/// <param name="Inputs">count × d, sample-major.</param>
/// <param name="Targets">One y per sample.</param>
/// <param name="Whole">The set is the whole law: the mean over it is the population risk itself.</param>
public sealed record TestSet(double[] Inputs, double[] Targets, bool Whole)
{
    public int Count => Targets.Length;
}
