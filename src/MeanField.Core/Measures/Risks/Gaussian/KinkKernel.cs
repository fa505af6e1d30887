namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>E f(X) g(Y) for piecewise linear f, g and strongly correlated standard normals X, Y.</summary>
internal static class KinkKernel
{
    /// <summary>Closer to ±1 the kernel is the same to within its rounding.</summary>
    private const double Closest = 1 - 1e-15;

    /// <param name="f">f.</param>
    /// <param name="g">g.</param>
    /// <param name="correlation">0.925 ≤ |c| ≤ 1, up to rounding.</param>
    public static double Of(KinkedNormal f, KinkedNormal g, double correlation)
    {
        var c = Math.Clamp(correlation, -Closest, Closest);
        // constants and slopes against everything: E (Y−t)₊ and E X(Y−t)₊ = c Q(t)
        var sum = f.Constant * g.Mean + g.Constant * (f.Mean - f.Constant)
            + c * (f.Slope * g.Gradient + g.Slope * (f.Gradient - f.Slope));
        for (var k = 0; k < f.Places.Length; k++)
        {
            for (var l = 0; l < g.Places.Length; l++)
                sum += f.Changes[k] * g.Changes[l] * ExcessProduct(f, k, g, l, c);
        }
        return sum;
    }

    /// <summary>
    /// E(X−s)₊(Y−t)₊ = (c + st) L + κ² φ₂(s,t) − t φ(s) Q((t−cs)/κ) − s φ(t) Q((s−ct)/κ), κ² = 1 − c²,
    /// L = P(X > s, Y > t) (from the truncated moments of S. Rosenbaum, 1961).
    /// </summary>
    private static double ExcessProduct(KinkedNormal f, int k, KinkedNormal g, int l, double c)
    {
        var (s, t) = (f.Places[k], g.Places[l]);
        var kappa = Math.Sqrt((1 - c) * (1 + c));
        var (towardsT, towardsS) = ((t - c * s) / kappa, (s - c * t) / kappa);
        var orthant = new Orthant(s, f.Tails[k], t, g.Tails[l]);
        return (c + s * t) * orthant.Probability(c)
            + f.Densities[k] * (kappa * NormalLaw.Density(towardsT) - t * NormalLaw.Tail(towardsT))
            - g.Densities[l] * s * NormalLaw.Tail(towardsS);
    }
}
