using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>The two isotropic Gaussians as seen by a rotation-invariant network: the law of (R, y).</summary>
/// <param name="Norms">R_k: the norm τ_y χ_d of x, or τ_y alone at d = ∞ (where S = τ_y r).</param>
/// <param name="Targets">y_k = ±1.</param>
/// <param name="Weights">q_k, of sum 1.</param>
public sealed record RadialData(double[] Norms, double[] Targets, double[] Weights)
{
    public int Count => Norms.Length;

    /// <summary>x | y ~ N(0, (1 ± Δ)² I_d), R = τ_y χ_d.</summary>
    public static RadialData Finite(int dimension, double separation, int nodes) =>
        Build(Chi(dimension, nodes), separation);

    /// <summary>The limit d = ∞.</summary>
    public static RadialData Infinite(double separation) => Build(new([1], [1]), separation);

    /// <summary>Generalised Gauss–Laguerre nodes for χ²/2 ~ Gamma(d/2); in few dimensions, where small χ have
    /// mass and f is no analytic function of χ², Gauss–Legendre nodes for χ itself.</summary>
    internal static QuadratureRule Chi(int dimension, int nodes)
    {
        if (dimension >= 12)
            return GaussRules.Chi(dimension, nodes).Pruned();
        var chi = new RadialStart.Gaussian(Math.Sqrt(dimension), dimension);
        var rule = GaussRules.Interval(chi.Low, chi.High, 2 * nodes);
        var weights = rule.Nodes.Zip(rule.Weights, (r, weight) => weight * chi.Density(r)).ToArray();
        var total = weights.Sum();
        return new QuadratureRule(rule.Nodes, [.. weights.Select(weight => weight / total)]).Pruned();
    }

    private static RadialData Build(QuadratureRule chi, double separation)
    {
        double[] signs = [1, -1];
        var nodes =
            from sign in signs
            from node in chi.Nodes.Zip(chi.Weights)
            select (Norm: Math.Abs(1 + sign * separation) * node.First, Sign: sign, Weight: node.Second / 2);
        var all = nodes.ToArray();
        return new(
            [.. all.Select(n => n.Norm)], [.. all.Select(n => n.Sign)], [.. all.Select(n => n.Weight)]);
    }
}
