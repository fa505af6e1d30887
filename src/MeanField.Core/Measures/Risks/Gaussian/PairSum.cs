using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// E(Σ_i g_i f_i(⟨w_i, x⟩ + b_i))² = Σ_ij g_i g_j Σ_n h_n(i) h_n(j) c_ij^n (Mehler's formula), c the cosine of the
/// scaled weights and h_n Hermite coefficients; the diagonal, and kinked pairs near |c| = 1, in closed form.
/// </summary>
internal sealed class PairSum
{
    /// <summary>From here on the series of a kinked pair converges too slowly.</summary>
    private const double Near = 0.925;

    private const int Block = 16;

    private readonly Ridge[] _ridges;
    private readonly RidgeTable _table;
    private readonly HermiteTable _hermite;
    private readonly double[] _reach;

    public PairSum(Ridge[] ridges, double[] scales)
    {
        _ridges = ridges;
        _table = new RidgeTable(ridges, scales);
        _hermite = new HermiteTable(ridges, _table);
        _reach = Reach(_hermite.Terms);
    }

    public double Value()
    {
        var pairs = new ExactSum();
        var direction = new double[_table.Dimension];
        var coefficients = new double[_hermite.Terms];
        for (var i = 0; i < _table.Count; i++)
        {
            Gather(_table.Directions, i, direction);
            Gather(_hermite.Coefficients, i, coefficients);
            pairs.Add(Row(i, direction, coefficients));
        }
        var diagonal = new ExactSum();
        foreach (var square in _hermite.Squares)
            diagonal.Add(square);
        return diagonal.Round() + 2 * pairs.Round();
    }

    /// <summary>Pairs (i, j) with j > i.</summary>
    private double Row(int i, double[] direction, double[] coefficients)
    {
        var directions = MemoryMarshal.Cast<double, Vector512<double>>(_table.Directions);
        var hermite = MemoryMarshal.Cast<double, Vector512<double>>(_hermite.Coefficients);
        var groups = _table.Padded / RidgeTable.Lanes;
        var first = Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7);
        var sum = Vector512<double>.Zero;
        double near = 0;
        for (var group = i / RidgeTable.Lanes; group < groups; group++)
        {
            var cosine = Vector512<double>.Zero;
            for (var k = 0; k < direction.Length; k++)
                cosine = Vector512.FusedMultiplyAdd(Vector512.Create(direction[k]), directions[k * groups + group], cosine);
            var counted = Vector512.GreaterThan(first + Vector512.Create((double)(group * RidgeTable.Lanes)), Vector512.Create((double)i));
            cosine &= counted;
            if (_table.Kinks[i] is not null && Vector512.GreaterThanAny(Vector512.Abs(cosine), Vector512.Create(Near)))
                near += TakeNear(i, group, ref cosine, ref counted);
            sum += Series(coefficients, hermite, group, groups, cosine) & counted;
        }
        for (var lane = 0; lane < RidgeTable.Lanes; lane++)
            near += sum[lane];
        return near;
    }

    /// <summary>Sums the kinked pairs near |c| = 1 of a group and takes them out of it.</summary>
    private double TakeNear(int i, int group, ref Vector512<double> cosine, ref Vector512<double> counted)
    {
        double sum = 0;
        for (var lane = 0; lane < RidgeTable.Lanes; lane++)
        {
            var j = group * RidgeTable.Lanes + lane;
            if (Math.Abs(cosine[lane]) <= Near || _table.Kinks[j] is not { } kinks)
                continue;
            sum += _ridges[i].Coefficient * _ridges[j].Coefficient * KinkKernel.Of(_table.Kinks[i]!, kinks, cosine[lane]);
            cosine = cosine.WithElement(lane, 0);
            counted = counted.WithElement(lane, 0);
        }
        return sum;
    }

    /// <summary>Horner's rule, from the first order that matters at these cosines.</summary>
    private Vector512<double> Series(
        double[] coefficients, ReadOnlySpan<Vector512<double>> hermite, int group, int groups, Vector512<double> cosine)
    {
        var value = Vector512<double>.Zero;
        for (var n = Orders(cosine) - 1; n >= 0; n--)
        {
            var product = Vector512.Create(coefficients[n]) * hermite[n * groups + group];
            value = Vector512.FusedMultiplyAdd(value, cosine, product);
        }
        return value;
    }

    private int Orders(Vector512<double> cosine)
    {
        var size = Vector512.Abs(cosine);
        for (var block = 0; block < _reach.Length; block++)
        {
            if (!Vector512.GreaterThanAny(size, Vector512.Create(_reach[block])))
                return (block + 1) * Block;
        }
        return _hermite.Terms;
    }

    /// <summary>The cosines up to which 16, 32, … orders leave less than 10⁻¹² of the remainder.</summary>
    private static double[] Reach(int terms)
    {
        var reach = new double[terms / Block];
        for (var block = 0; block < reach.Length; block++)
            reach[block] = Elementary.Exp(-27.6 / ((block + 1) * Block));
        return reach;
    }

    private void Gather(double[] table, int i, double[] destination)
    {
        for (var k = 0; k < destination.Length; k++)
            destination[k] = table[k * _table.Padded + i];
    }
}
