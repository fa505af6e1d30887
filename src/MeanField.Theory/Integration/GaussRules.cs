using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Integration;

/// <summary>Gauss rules for probability measures, from the three-term recurrence of their orthogonal
/// polynomials.</summary>
/// <remarks>Golub, Welsch 1969: nodes are the eigenvalues of the Jacobi matrix with diagonal a_k and
/// off-diagonal
/// b_k; a weight is the square of the first component of the normalised eigenvector.</remarks>
public static class GaussRules
{
    /// <summary>N(0, 1): a_k = 0, b_k² = k.</summary>
    public static QuadratureRule Normal(int count) => Build(count, _ => 0, k => k);

    /// <summary>N(0, 1) by equal steps: for smooth f as good as a Gauss rule, and better across
    /// corners.</summary>
    public static QuadratureRule NormalBySteps(int count, double reach = 8.5)
    {
        var nodes = Enumerable.Range(0, count).Select(k => reach * (2 * k + 1 - count) / count).ToArray();
        var weights = nodes.Select(x => Math.Exp(-x * x / 2)).ToArray();
        var total = weights.Sum();
        return new(nodes, [.. weights.Select(weight => weight / total)]);
    }

    /// <summary>Gamma(shape, 1): a_k = 2k + shape, b_k² = k(k + shape − 1) (generalised Laguerre).</summary>
    public static QuadratureRule Gamma(double shape, int count) =>
        Build(count, k => 2 * k + shape, k => k * (k + shape - 1));

    /// <summary>The norm χ_d of a standard normal vector in R^d: χ²/2 ~ Gamma(d/2).</summary>
    public static QuadratureRule Chi(int dimension, int count) =>
        Gamma(dimension / 2.0, count).Map(g => Math.Sqrt(2 * g));

    /// <summary>One coordinate of a uniform point of S^{d−1}: density ∝ (1 − ω²)^{(d−3)/2}
    /// (Gegenbauer).</summary>
    public static QuadratureRule SphereCoordinate(int dimension, int count)
    {
        if (dimension == 1)
            return new([-1, 1], [0.5, 0.5]);
        var mu = (dimension - 2) / 2.0;
        return Build(count, _ => 0, k => k == 1
            ? 1 / (2 * (1 + mu))
            : k * (k + 2 * mu - 1) / (4 * (k + mu) * (k + mu - 1)));
    }

    /// <summary>Lebesgue measure on [low, high].</summary>
    public static QuadratureRule Interval(double low, double high, int count)
    {
        var unit = SphereCoordinate(3, count);
        return new(
            [.. unit.Nodes.Select(x => low + (high - low) * (1 + x) / 2)],
            [.. unit.Weights.Select(w => w * (high - low))]);
    }

    private static QuadratureRule Build(int count, Func<int, double> diagonal, Func<int, double> squared)
    {
        var jacobi = Matrix<double>.Build.Dense(count, count);
        for (var k = 0; k < count; k++)
        {
            jacobi[k, k] = diagonal(k);
            if (k > 0)
                jacobi[k, k - 1] = jacobi[k - 1, k] = Math.Sqrt(squared(k));
        }
        var spectrum = jacobi.Evd(Symmetricity.Symmetric);
        var nodes = spectrum.EigenValues.Select(value => value.Real).ToArray();
        var weights = spectrum.EigenVectors.Row(0).Select(v => v * v).ToArray();
        Array.Sort(nodes, weights);
        return new(nodes, weights);
    }
}
