using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>What is the same for every panel: Gauss–Legendre nodes, the expansion's tail, and the way to its
/// halves.</summary>
internal static class LegendrePanel
{
    public const int Nodes = 12;

    /// <summary>Nodes and weights on [0, 1].</summary>
    public static readonly QuadratureRule Rule = GaussRules.Interval(0, 1, Nodes);

    // expansion[k][i]: c_k = Σ_i expansion[k][i] f(x_i), by the discrete orthogonality of P_k at Gauss nodes
    private static readonly double[][] Expansion =
        [.. Enumerable.Range(0, Nodes).Select(k => Rule.Nodes.Zip(
            Rule.Weights, (x, weight) => (2 * k + 1) * weight * Legendre(k, x)).ToArray())];

    private static readonly double[][] ToHalves =
    [
        .. Rule.Nodes.Select(x => Interpolation(x / 2)),
        .. Rule.Nodes.Select(x => Interpolation((1 + x) / 2)),
    ];

    /// <summary>The size of the last two coefficients: how badly the panel resolves what it
    /// carries.</summary>
    public static double Tail(ReadOnlySpan<double> values) =>
        Math.Abs(Dot(Expansion[Nodes - 1], values)) + Math.Abs(Dot(Expansion[Nodes - 2], values));

    /// <summary>The carried function at the nodes of the lower half, then of the upper half.</summary>
    public static double[] Split(ReadOnlySpan<double> values)
    {
        var halves = new double[2 * Nodes];
        for (var i = 0; i < halves.Length; i++)
            halves[i] = Dot(ToHalves[i], values);
        return halves;
    }

    private static double[] Interpolation(double x) =>
        [.. Enumerable.Range(0, Nodes).Select(i =>
            Enumerable.Range(0, Nodes).Sum(k => Expansion[k][i] * Legendre(k, x)))];

    // (k+1) P_{k+1} = (2k+1) z P_k − k P_{k−1}, z = 2x − 1
    private static double Legendre(int degree, double x)
    {
        var (previous, current) = (0.0, 1.0);
        for (var k = 0; k < degree; k++)
            (previous, current) = (current, ((2 * k + 1) * (2 * x - 1) * current - k * previous) / (k + 1));
        return current;
    }

    private static double Dot(double[] row, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++)
            sum += row[i] * values[i];
        return sum;
    }
}
