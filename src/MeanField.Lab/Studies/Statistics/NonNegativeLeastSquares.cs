using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Lab.Studies.Statistics;

/// <summary>Least squares with coefficients that are not negative: the active sets of Lawson and Hanson (1974, ch. 23).</summary>
public static class NonNegativeLeastSquares
{
    /// <summary>Gradients below this are rounding, for columns and a right-hand side of length 1.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>The x ≥ 0 that makes |A x − b| least.</summary>
    public static Vector<double> Solve(Matrix<double> a, Vector<double> b)
    {
        // columns of equal length, so that one tolerance suits all
        var lengths = a.ColumnNorms(2).Map(length => length > 0 ? length : 1);
        var columns = a.MapIndexed((_, j, value) => value / lengths[j]);
        return Climb(columns, b).PointwiseDivide(lengths);
    }

    private static Vector<double> Climb(Matrix<double> a, Vector<double> b)
    {
        var x = Vector<double>.Build.Dense(a.ColumnCount);
        var free = new SortedSet<int>();
        while (Steepest(a.TransposeThisAndMultiply(b - a * x), free, Tolerance * b.L2Norm()) is { } entering)
        {
            free.Add(entering);
            x = Settle(a, b, x, free);
            // rounding has thrown out what had just come in: it would go on for ever
            if (!free.Contains(entering))
                break;
        }
        return x;
    }

    private static int? Steepest(Vector<double> gradient, SortedSet<int> free, double least)
    {
        var candidates = Enumerable.Range(0, gradient.Count).Where(j => !free.Contains(j) && gradient[j] > least);
        return candidates.Any() ? candidates.MaxBy(j => gradient[j]) : null;
    }

    /// <summary>The unconstrained optimum of the free columns; columns that would turn negative on the way to it are let go.</summary>
    private static Vector<double> Settle(Matrix<double> a, Vector<double> b, Vector<double> x, SortedSet<int> free)
    {
        while (true)
        {
            var optimum = Optimum(a, b, free);
            int[] negative = [.. free.Where(j => optimum[j] <= 0)];
            if (negative.Length == 0)
                return optimum;
            var way = negative.Min(j => x[j] / (x[j] - optimum[j]));
            var last = negative.MinBy(j => x[j] / (x[j] - optimum[j]));
            x += way * (optimum - x);
            free.Remove(last);
            free.RemoveWhere(j => x[j] <= 0);
            x = x.MapIndexed((j, value) => free.Contains(j) ? value : 0, Zeros.Include);
        }
    }

    private static Vector<double> Optimum(Matrix<double> a, Vector<double> b, SortedSet<int> free)
    {
        var x = Vector<double>.Build.Dense(a.ColumnCount);
        if (free.Count == 0)
            return x;
        var solution = Matrix<double>.Build.DenseOfColumnVectors(free.Select(a.Column)).QR().Solve(b);
        foreach (var (j, value) in free.Zip(solution))
            x[j] = value;
        return x;
    }
}
