using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Density, tail and truncated moments of X ~ N(0, 1).</summary>
internal static class NormalLaw
{
    public const double RootTwoPi = 2.50662827463100050242;
    private const double InverseRootTwo = 0.70710678118654752440;

    /// <summary>φ(x).</summary>
    public static double Density(double x) => Elementary.Exp(-0.5 * x * x) / RootTwoPi;

    /// <summary>Q(x) = P(X > x), to an absolute 10⁻¹⁶.</summary>
    public static double Tail(double x) => 0.5 - 0.5 * Elementary.Erf(x * InverseRootTwo);

    /// <summary>E(X − s)₊ = φ(s) − s Q(s).</summary>
    public static double Excess(double s) => Density(s) - s * Tail(s);

    /// <summary>E(X − s)₊(X − t)₊ = (1 + st) Q(t) − s φ(t) for s ≤ t.</summary>
    public static double ExcessProduct(double s, double t)
    {
        (s, t) = (Math.Min(s, t), Math.Max(s, t));
        return (1 + s * t) * Tail(t) - s * Density(t);
    }
}
