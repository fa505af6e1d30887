using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// Four rows of pairs against the lanes of a group: four chains that hide each other's latency.
/// </summary>
[InlineArray(Count)]
internal struct FourRows
{
    public const int Count = 4;

    private Vector512<double> _first;

    /// <summary>The inner products of four ridges' numbers with a group's.</summary>
    public static FourRows Dot(double[] tile, LaneTable table, int group)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        for (var line = 0; line < table.Lines; line++)
        {
            var lanes = table[line, group];
            var four = tile.AsSpan(line * Count, Count);
            a = Vector512.FusedMultiplyAdd(Vector512.Create(four[0]), lanes, a);
            b = Vector512.FusedMultiplyAdd(Vector512.Create(four[1]), lanes, b);
            c = Vector512.FusedMultiplyAdd(Vector512.Create(four[2]), lanes, c);
            d = Vector512.FusedMultiplyAdd(Vector512.Create(four[3]), lanes, d);
        }
        return Of(a, b, c, d);
    }

    /// <summary>Σ_n h_n(i) h_n(j) c^n over the first orders, by Horner's rule.</summary>
    public static FourRows Series(double[] tile, LaneTable table, int group, int orders, FourRows cosines)
    {
        Vector512<double> a = default, b = default, c = default, d = default;
        var (atA, atB, atC, atD) = (cosines[0], cosines[1], cosines[2], cosines[3]);
        for (var line = orders - 1; line >= 0; line--)
        {
            var lanes = table[line, group];
            var four = tile.AsSpan(line * Count, Count);
            a = Vector512.FusedMultiplyAdd(a, atA, Vector512.Create(four[0]) * lanes);
            b = Vector512.FusedMultiplyAdd(b, atB, Vector512.Create(four[1]) * lanes);
            c = Vector512.FusedMultiplyAdd(c, atC, Vector512.Create(four[2]) * lanes);
            d = Vector512.FusedMultiplyAdd(d, atD, Vector512.Create(four[3]) * lanes);
        }
        return Of(a, b, c, d);
    }

    private static FourRows Of(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d)
    {
        FourRows rows = default;
        (rows[0], rows[1], rows[2], rows[3]) = (a, b, c, d);
        return rows;
    }
}
