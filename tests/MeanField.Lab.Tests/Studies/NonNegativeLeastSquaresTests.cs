using MathNet.Numerics.LinearAlgebra;
using MeanField.Core.Randomness;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Tests.Studies;

public class NonNegativeLeastSquaresTests
{
    [Fact]
    public void An_optimum_that_is_positive_is_that_of_plain_least_squares()
    {
        var a = Draw(30, 4, seed: 1);
        var b = a * Vector<double>.Build.Dense([1, 2, 3, 4]) + 0.1 * Draw(30, 1, seed: 2).Column(0);
        var plain = a.QR().Solve(b);
        Assert.True(plain.Minimum() > 0);
        Assert.True((NonNegativeLeastSquares.Solve(a, b) - plain).L2Norm() < 1e-12 * plain.L2Norm());
    }

    [Fact]
    public void The_optimum_meets_the_conditions_of_Karush_Kuhn_and_Tucker()
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var (a, b) = (Draw(12, 6, seed), Draw(12, 1, seed + 1000).Column(0));
            var x = NonNegativeLeastSquares.Solve(a, b);
            var gradient = a.TransposeThisAndMultiply(b - a * x);
            for (var j = 0; j < x.Count; j++)
            {
                Assert.True(x[j] >= 0, $"seed {seed}");
                // no way down: flat where free, uphill where held at 0
                Assert.True(x[j] > 0 ? Math.Abs(gradient[j]) < 1e-8 : gradient[j] < 1e-8, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void A_column_that_is_another_s_multiple_changes_nothing_in_what_is_explained()
    {
        var a = Draw(20, 3, seed: 5);
        var b = a * Vector<double>.Build.Dense([1, 0.5, 2]);
        var doubled = a.Append(2 * a.SubMatrix(0, 20, 0, 1));
        var x = NonNegativeLeastSquares.Solve(doubled, b);
        Assert.True((doubled * x - b).L2Norm() < 1e-9 * b.L2Norm());
    }

    [Fact]
    public void Columns_of_very_different_sizes_are_told_apart()
    {
        var a = Draw(20, 2, seed: 6).MapIndexed((_, j, value) => j == 0 ? value : 1e11 * value);
        var x = NonNegativeLeastSquares.Solve(a, a * Vector<double>.Build.Dense([3, 4e-11]));
        Assert.Equal(3, x[0], 1e-9);
        Assert.Equal(4, 1e11 * x[1], 1e-9);
    }

    private static Matrix<double> Draw(int rows, int columns, ulong seed)
    {
        var draws = new double[rows * columns];
        Normals.Fill(seed, Purpose.TestSample, 0, 0, draws);
        return Matrix<double>.Build.DenseOfColumnMajor(rows, columns, draws);
    }
}
