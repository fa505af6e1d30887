using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>The two anisotropic Gaussians as seen by a network that is invariant in each block.</summary>
/// <param name="Signal">R₁: the norm τ_y χ_{s₀} of the signal's coordinates, or τ_y at d = ∞.</param>
/// <param name="Rest">R₂: the norm χ_{d−s₀} of the rest, or 1 at d = ∞.</param>
/// <param name="Targets">y_k = ±1.</param>
/// <param name="Weights">q_k, of sum 1.</param>
public sealed record TwoNormData(double[] Signal, double[] Rest, double[] Targets, double[] Weights)
{
    // the product rule's corners, of no weight
    private const double Negligible = 1e-11;

    public int Count => Signal.Length;

    /// <summary>d = ∞: S = √(τ_y² r₁² + r₂²).</summary>
    public static TwoNormData Infinite(double separation) =>
        Build([(1, 1, 1)], separation);

    public static TwoNormData Finite(int signalDimension, int restDimension, double separation, int nodes)
    {
        var (first, second) = (RadialData.Chi(signalDimension, nodes), RadialData.Chi(restDimension, nodes));
        var pairs =
            from signal in first.Nodes.Zip(first.Weights)
            from rest in second.Nodes.Zip(second.Weights)
            select (First: signal.First, Second: rest.First, Weight: signal.Second * rest.Second);
        return Build([.. pairs.Where(pair => pair.Weight > Negligible)], separation);
    }

    private static TwoNormData Build((double First, double Second, double Weight)[] norms, double separation)
    {
        var total = norms.Sum(node => node.Weight);
        double[] signs = [1, -1];
        var nodes = signs.SelectMany(sign => norms.Select(node => (
            First: Math.Abs(1 + sign * separation) * node.First,
            node.Second,
            Sign: sign,
            Weight: node.Weight / (2 * total)))).ToArray();
        return new(
            [.. nodes.Select(n => n.First)],
            [.. nodes.Select(n => n.Second)],
            [.. nodes.Select(n => n.Sign)],
            [.. nodes.Select(n => n.Weight)]);
    }
}
