using MathNet.Numerics;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Kernels;

/// <summary>T(h, a) = (1/2π) ∫₀^a exp(−h²(1 + x²)/2)/(1 + x²) dx.</summary>
/// <remarks>Owen, Annals of Mathematical Statistics 27 (1956), (1.1). For |a| ≤ 1 the integrand is smooth,
/// and for larger a (2.3): T(h, a) = ½(Φ(h) + Φ(ah)) − Φ(h)Φ(ah) − T(ah, 1/a), h, a ≥ 0.</remarks>
public static class OwenT
{
    private static readonly QuadratureRule Unit = GaussRules.Interval(0, 1, 20);

    public static double Of(double h, double a)
    {
        if (a < 0)
            return -Of(h, -a);
        h = Math.Abs(h);
        if (a <= 1)
            return Integral(h, a);
        if (double.IsInfinity(a))
            return Upper(h) / 2;
        var (p, q) = (Upper(h), Upper(a * h));
        return (p + q) / 2 - p * q - Integral(a * h, 1 / a);
    }

    // 1 − Φ
    private static double Upper(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    private static double Integral(double h, double a)
    {
        var half = h * h / 2;
        if (half > 40)
            return 0;
        var sum = 0.0;
        for (var k = 0; k < Unit.Count; k++)
        {
            var square = 1 + a * a * Unit.Nodes[k] * Unit.Nodes[k];
            sum += Unit.Weights[k] * Math.Exp(-half * square) / square;
        }
        return a * sum / (2 * Math.PI);
    }
}
