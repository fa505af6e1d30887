using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// P(X > h, Y > k) for standard normals with |correlation| ≥ 0.925, to 10⁻¹⁵: A. Genz, Numerical computation of
/// rectangular bivariate and trivariate normal and t probabilities, Statistics and Computing 14 (2004), §2.4.
/// </summary>
internal static class OrthantProbability
{
    /// <summary>exp of less than this is nothing.</summary>
    private const double Negligible = -100;

    public static double Of(double h, double k, double correlation)
    {
        if (correlation > 0)
            return NormalLaw.Tail(Math.Max(h, k)) + Deficit(h, k, correlation);
        // by symmetry P(X > h, Y > k) = P(X > h) − P(X > h, −Y > −k)
        var difference = h >= -k ? 0 : NormalLaw.Tail(h) - NormalLaw.Tail(-k);
        return difference - Deficit(h, -k, -correlation);
    }

    /// <summary>P(X > h, Y > k; c) − P(X > h, Y > k; 1) ≤ 0, for c near 1.</summary>
    private static double Deficit(double h, double k, double correlation)
    {
        var square = (1 - correlation) * (1 + correlation);
        var (width, gap, product) = (Math.Sqrt(square), (h - k) * (h - k), h * k);
        var (c, d) = ((4 - product) / 8, (12 - product) / 80);

        // the integrand's expansion at correlation 1, integrated in closed form …
        double closed = 0;
        var exponent = -0.5 * (gap / square + product);
        if (exponent > Negligible)
        {
            closed = width * Elementary.Exp(exponent)
                * (1 - c * (gap - square) * (1 - d * gap) / 3 + c * d * square * square);
        }
        if (product > Negligible)
        {
            var distance = Math.Abs(h - k);
            closed -= Elementary.Exp(-0.5 * product) * NormalLaw.RootTwoPi * NormalLaw.Tail(distance / width)
                * distance * (1 - c * gap * (1 - d * gap) / 3);
        }
        // … and the rest, which is smooth, by quadrature
        return (Rest(width / 2, gap, product, c, d) - closed) / (NormalLaw.RootTwoPi * NormalLaw.RootTwoPi);
    }

    private static double Rest(double halfWidth, double gap, double product, double c, double d)
    {
        double sum = 0;
        for (var i = 0; i < GaussLegendre.Nodes.Length; i++)
        {
            var place = halfWidth * (1 + GaussLegendre.Nodes[i]);
            var square = place * place;
            var exponent = -0.5 * (gap / square + product);
            if (exponent <= Negligible)
                continue;
            var root = Math.Sqrt(1 - square);
            var expansion = 1 + c * square * (1 + 5 * d * square);
            var exact = Elementary.Exp(-0.5 * product * square / ((1 + root) * (1 + root))) / root;
            sum += GaussLegendre.Weights[i] * Elementary.Exp(exponent) * (expansion - exact);
        }
        return halfWidth * sum;
    }
}
