using System.Numerics;
using System.Runtime.InteropServices;

namespace MeanField.Theory.Integration;

/// <summary>Sums over long vectors.</summary>
internal static class Lanes
{
    /// <summary>What the length of a row is a multiple of: four vectors, to hide an addition's
    /// latency.</summary>
    public static int Tile => 4 * Vector<double>.Count;

    /// <summary>to += factor · from.</summary>
    public static void Add(double factor, ReadOnlySpan<double> from, Span<double> to)
    {
        var k = 0;
        for (; k <= to.Length - Vector<double>.Count; k += Vector<double>.Count)
            (new Vector<double>(to[k..]) + factor * new Vector<double>(from[k..])).CopyTo(to[k..]);
        for (; k < to.Length; k++)
            to[k] += factor * from[k];
    }

    /// <summary>to *= by.</summary>
    public static void Multiply(ReadOnlySpan<double> by, Span<double> to)
    {
        var k = 0;
        for (; k <= to.Length - Vector<double>.Count; k += Vector<double>.Count)
            (new Vector<double>(to[k..]) * new Vector<double>(by[k..])).CopyTo(to[k..]);
        for (; k < to.Length; k++)
            to[k] *= by[k];
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (lanes, k) = (Vector<double>.Zero, 0);
        for (; k <= a.Length - Vector<double>.Count; k += Vector<double>.Count)
            lanes += new Vector<double>(a[k..]) * new Vector<double>(b[k..]);
        var sum = Vector.Sum(lanes);
        for (; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    /// <summary>to += Σ_j factors_j · (row j): a row times a matrix.</summary>
    /// <param name="factors">One per row used.</param>
    /// <param name="rows">The matrix, row after row.</param>
    /// <param name="to">As long as a row, a multiple of <see cref="Tile"/>.</param>
    public static void AddRows(ReadOnlySpan<double> factors, ReadOnlySpan<double> rows, Span<double> to)
    {
        for (var k = 0; k < to.Length; k += Tile)
        {
            var tile = MemoryMarshal.Cast<double, Vector<double>>(to.Slice(k, Tile));
            var (a, b, c, d) = (tile[0], tile[1], tile[2], tile[3]);
            for (var j = 0; j < factors.Length; j++)
            {
                var factor = new Vector<double>(factors[j]);
                var row = MemoryMarshal.Cast<double, Vector<double>>(rows.Slice(j * to.Length + k, Tile));
                a = Vector.FusedMultiplyAdd(factor, row[0], a);
                b = Vector.FusedMultiplyAdd(factor, row[1], b);
                c = Vector.FusedMultiplyAdd(factor, row[2], c);
                d = Vector.FusedMultiplyAdd(factor, row[3], d);
            }
            (tile[0], tile[1], tile[2], tile[3]) = (a, b, c, d);
        }
    }

    /// <summary>sums_j = Σ_k rows_jk · by_k: a matrix times a column.</summary>
    /// <param name="rows">The matrix, row after row.</param>
    /// <param name="by">As long as a row, a multiple of <see cref="Tile"/>.</param>
    /// <param name="sums">One per row.</param>
    public static void DotRows(ReadOnlySpan<double> rows, ReadOnlySpan<double> by, Span<double> sums)
    {
        var lanes = MemoryMarshal.Cast<double, Vector<double>>(by);
        var j = 0;
        for (; j <= sums.Length - 4; j += 4)
        {
            var (a, b, c, d) =
                (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            var first = Row(rows, j, by.Length);
            var second = Row(rows, j + 1, by.Length);
            var third = Row(rows, j + 2, by.Length);
            var fourth = Row(rows, j + 3, by.Length);
            for (var k = 0; k < lanes.Length; k++)
            {
                a = Vector.FusedMultiplyAdd(lanes[k], first[k], a);
                b = Vector.FusedMultiplyAdd(lanes[k], second[k], b);
                c = Vector.FusedMultiplyAdd(lanes[k], third[k], c);
                d = Vector.FusedMultiplyAdd(lanes[k], fourth[k], d);
            }
            (sums[j], sums[j + 1], sums[j + 2], sums[j + 3]) =
                (Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(d));
        }
        for (; j < sums.Length; j++)
            sums[j] = Dot(by, rows.Slice(j * by.Length, by.Length));
    }

    private static ReadOnlySpan<Vector<double>> Row(ReadOnlySpan<double> rows, int j, int length) =>
        MemoryMarshal.Cast<double, Vector<double>>(rows.Slice(j * length, length));
}
