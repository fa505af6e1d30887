namespace MeanField.Core.Measures;

/// <summary>
/// A question about the empirical measure at a step, answered by sums over particles (or by some particles'
/// rows). Small and fixed in size, so that it travels as it is.
/// </summary>
/// <param name="Kind">What is asked.</param>
/// <param name="First">First test sample, or first particle, where the kind has such a range.</param>
/// <param name="Count">How many of them; bins for a histogram.</param>
/// <param name="Low">Lower end of a histogram.</param>
/// <param name="High">Upper end of a histogram.</param>
public readonly record struct ProbeRequest(ProbeKind Kind, long First = 0, int Count = 0, double Low = 0, double High = 0);

public enum ProbeKind : byte
{
    /// <summary>Σ σ*(x_m; θ) for the step's test samples m = First … First + Count − 1.</summary>
    Predictions = 1,

    /// <summary>Sums of the moments that the trajectory reports, and extremes of the histogram's quantity.</summary>
    Moments = 2,

    /// <summary>Sums First … First + Count − 1 of the monomials that a closed-form risk needs (Σ aw, Σ a wwᵀ).</summary>
    SecondMoments = 3,

    /// <summary>Counts per bin, Count bins on [Low, High].</summary>
    Histogram = 4,

    /// <summary>Σ f(θ) for the specification's test functions.</summary>
    TestFunctions = 5,

    /// <summary>Rows of particles First … First + Count − 1, particle-major.</summary>
    Particles = 6,
}
