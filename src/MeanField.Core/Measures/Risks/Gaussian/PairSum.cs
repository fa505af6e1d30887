using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// E(Σ_i g_i f_i(⟨w_i, x⟩ + b_i))² = Σ_ij g_i g_j Σ_n h_n(i) h_n(j) c_ij^n (Mehler's formula), c the cosine
/// of the scaled weights, h_n Hermite coefficients; the diagonal, and kinks near |c| = 1, in closed form.
/// </summary>
internal sealed class PairSum
{
    /// <summary>From here on the series of a kinked pair converges too slowly.</summary>
    private const double Near = 0.925;

    private readonly Ridge[] _ridges;
    private readonly RidgeTable _table;
    private readonly HermiteTable _hermite;
    private readonly SeriesOrders _orders;

    public PairSum(Ridge[] ridges, double[] scales)
    {
        _ridges = ridges;
        _table = new RidgeTable(ridges, scales);
        _hermite = new HermiteTable(ridges, _table);
        _orders = new SeriesOrders(_hermite.Terms);
    }

    private static Vector512<double> LaneNumbers => Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);

    public double Value()
    {
        var pairs = new ExactSum();
        var directions = new LaneTable(_table.Directions, _table.Padded);
        var coefficients = new LaneTable(_hermite.Coefficients, _table.Padded);
        for (var row = 0; row < _table.Count; row += FourRows.Count)
        {
            var (directionTile, coefficientTile) = (directions.Tile(row), coefficients.Tile(row));
            for (var group = row / RidgeTable.Lanes; group < directions.Groups; group++)
            {
                var cosines = FourRows.Dot(directionTile, directions, group);
                var near = Separate(row, group, ref cosines, out var counted);
                var orders = _orders.At(cosines);
                var series = FourRows.Series(coefficientTile, coefficients, group, orders, cosines);
                pairs.Add(near + Sum(series, counted));
            }
        }
        var diagonal = new ExactSum();
        foreach (var square in _hermite.Squares)
            diagonal.Add(square);
        return diagonal.Round() + 2 * pairs.Round();
    }

    /// <summary>
    /// Which lanes the series counts: j > i, less kinked pairs near |c| = 1, whose sum is returned.
    /// </summary>
    private double Separate(int firstRow, int group, ref FourRows cosines, out FourRows counted)
    {
        counted = default;
        double near = 0;
        var columns = Vector512.Create((double)(group * RidgeTable.Lanes)) + LaneNumbers;
        for (var row = 0; row < FourRows.Count; row++)
        {
            var i = firstRow + row;
            counted[row] = Vector512.GreaterThan(columns, Vector512.Create((double)i));
            cosines[row] &= counted[row];
            var anyNear = Vector512.GreaterThanAny(Vector512.Abs(cosines[row]), Vector512.Create(Near));
            if (!anyNear || _table.Kinks[i] is null)
                continue;
            for (var lane = 0; lane < RidgeTable.Lanes; lane++)
            {
                var j = group * RidgeTable.Lanes + lane;
                if (Math.Abs(cosines[row][lane]) <= Near || _table.Kinks[j] is null)
                    continue;
                near += Pair(i, j, cosines[row][lane]);
                cosines[row] = cosines[row].WithElement(lane, 0);
                counted[row] = counted[row].WithElement(lane, 0);
            }
        }
        return near;
    }

    private double Pair(int i, int j, double cosine) =>
        _ridges[i].Coefficient * _ridges[j].Coefficient
        * KinkKernel.Of(_table.Kinks[i]!, _table.Kinks[j]!, cosine);

    private static double Sum(FourRows rows, FourRows counted)
    {
        double sum = 0;
        for (var row = 0; row < FourRows.Count; row++)
        {
            var lanes = rows[row] & counted[row];
            for (var lane = 0; lane < RidgeTable.Lanes; lane++)
                sum += lanes[lane];
        }
        return sum;
    }
}
