using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Density and tail of N(0, 1).</summary>
internal static class NormalLaw
{
    public const double RootTwoPi = 2.50662827463100050242;
    private const double InverseRootTwo = 0.70710678118654752440;

    /// <summary>φ(x).</summary>
    public static double Density(double x) => Elementary.Exp(-0.5 * x * x) / RootTwoPi;

    /// <summary>Q(x) = P(X > x), to an absolute 10⁻¹⁶.</summary>
    public static double Tail(double x) => 0.5 - 0.5 * Elementary.Erf(x * InverseRootTwo);
}
