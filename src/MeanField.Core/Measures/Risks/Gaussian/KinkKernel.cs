namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>E f(X) g(Y) for piecewise linear f, g and strongly correlated standard normals X, Y.</summary>
internal static class KinkKernel
{
    /// <summary>Closer to ±1 the kernel is the same to within its rounding.</summary>
    private const double Closest = 1 - 1e-15;

    /// <param name="f">f.</param>
    /// <param name="g">g.</param>
    /// <param name="correlation">0.925 ≤ |c| ≤ 1, up to rounding.</param>
    public static double Of(KinkForm f, KinkForm g, double correlation)
    {
        var c = Math.Clamp(correlation, -Closest, Closest);
        var sum = f.Constant * g.Constant + c * f.Slope * g.Slope + Mixed(f, g, c) + Mixed(g, f, c);
        for (var k = 0; k < f.Places.Length; k++)
        {
            for (var l = 0; l < g.Places.Length; l++)
                sum += f.Changes[k] * g.Changes[l] * ExcessProduct(f.Places[k], g.Places[l], c);
        }
        return sum;
    }

    /// <summary>The linear part of f against the kinks of g: E(Y−t)₊ and E X(Y−t)₊ = c Q(t).</summary>
    private static double Mixed(KinkForm f, KinkForm g, double c)
    {
        double sum = 0;
        for (var l = 0; l < g.Places.Length; l++)
        {
            var t = g.Places[l];
            sum += g.Changes[l] * (f.Constant * NormalLaw.Excess(t) + c * f.Slope * NormalLaw.Tail(t));
        }
        return sum;
    }

    /// <summary>
    /// E(X−s)₊(Y−t)₊ = (c + st) L + κ² φ₂(s,t) − t φ(s) Q((t−cs)/κ) − s φ(t) Q((s−ct)/κ), κ² = 1 − c²,
    /// L = P(X > s, Y > t) (from the truncated moments of S. Rosenbaum, 1961).
    /// </summary>
    private static double ExcessProduct(double s, double t, double c)
    {
        var kappa = Math.Sqrt((1 - c) * (1 + c));
        var (towardsT, towardsS) = ((t - c * s) / kappa, (s - c * t) / kappa);
        var atS = NormalLaw.Density(s);
        return (c + s * t) * OrthantProbability.Of(s, t, c)
            + kappa * atS * NormalLaw.Density(towardsT)
            - t * atS * NormalLaw.Tail(towardsT)
            - s * NormalLaw.Density(t) * NormalLaw.Tail(towardsS);
    }
}
