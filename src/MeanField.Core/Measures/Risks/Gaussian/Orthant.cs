using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;
using Lanes = MeanField.Core.Numerics.Elementary<
    MeanField.Core.Numerics.Simd.Simd512<double>, System.Runtime.Intrinsics.Vector512<double>, double>;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// X > h, Y > k for standard normals with |correlation| ≥ 0.925: A. Genz, Numerical computation of
/// rectangular bivariate and trivariate normal and t probabilities, Statistics and Computing 14 (2004), §2.4.
/// </summary>
/// <param name="H">h.</param>
/// <param name="TailH">P(X > h).</param>
/// <param name="K">k.</param>
/// <param name="TailK">P(Y > k).</param>
internal readonly record struct Orthant(double H, double TailH, double K, double TailK)
{
    /// <summary>exp of less than this is nothing.</summary>
    private const double Negligible = -50;

    public double Probability(double correlation)
    {
        if (correlation > 0)
            return (H >= K ? TailH : TailK) + Deficit(H, K, correlation);
        // by symmetry P(X > h, Y > k) = P(X > h) − P(X > h, −Y > −k)
        var difference = H >= -K ? 0 : TailH - (1 - TailK);
        return difference - Deficit(H, -K, -correlation);
    }

    /// <summary>P(X > h, Y > k; c) − P(X > h, Y > k; 1) ≤ 0, for c near 1.</summary>
    private static double Deficit(double h, double k, double correlation)
    {
        var square = (1 - correlation) * (1 + correlation);
        var (width, gap, product) = (Math.Sqrt(square), (h - k) * (h - k), h * k);
        var exponent = -0.5 * (gap / square + product);
        // no place in between has a larger integrand
        if (exponent < Negligible)
            return 0;
        // the integrand's expansion at correlation 1, integrated in closed form, …
        var (c, d) = ((4 - product) / 8, (12 - product) / 80);
        var distance = Math.Abs(h - k);
        var closed = width * Elementary.Exp(exponent)
            * (1 - c * (gap - square) * (1 - d * gap) / 3 + c * d * square * square);
        closed -= Elementary.Exp(-0.5 * product) * NormalLaw.RootTwoPi * NormalLaw.Tail(distance / width)
            * distance * (1 - c * gap * (1 - d * gap) / 3);
        // … and the rest, which is smooth, by quadrature
        var rest = Rest(GaussLegendre.LowerNodes) * GaussLegendre.LowerWeights
            + Rest(GaussLegendre.UpperNodes) * GaussLegendre.UpperWeights;
        double sum = 0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            sum += rest[lane];
        return (width / 2 * sum - closed) / (NormalLaw.RootTwoPi * NormalLaw.RootTwoPi);

        Vector512<double> Rest(Vector512<double> nodes)
        {
            var one = Vector512.Create(1.0);
            var places = width / 2 * (one + nodes);
            var squares = places * places;
            var roots = Vector512.Sqrt(one - squares);
            var expansion = one + c * squares * (one + 5 * d * squares);
            var exact = Lanes.Exp(-0.5 * product * squares / ((one + roots) * (one + roots))) / roots;
            var exponents = -0.5 * (Vector512.Create(gap) / squares + Vector512.Create(product));
            return Lanes.Exp(exponents) * (expansion - exact);
        }
    }
}
