using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MeanField.Core.Numerics;

/// <summary>Sums of products in one fixed order of operations: the same bits on every machine.</summary>
public static class FixedOrder
{
    /// <summary>⟨a, b⟩, summed in four interleaved lanes.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        var lanesA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var lanesB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < lanesA.Length; i++)
            sums = Vector256.FusedMultiplyAdd(lanesA[i], lanesB[i], sums);
        var total = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        for (var i = 4 * lanesA.Length; i < a.Length; i++)
            total = Math.FusedMultiplyAdd(a[i], b[i], total);
        return total;
    }

    /// <summary>|a|².</summary>
    public static double SquaredNorm(ReadOnlySpan<double> a) => Dot(a, a);

    /// <summary>Multiplies every element.</summary>
    public static void Scale(Span<double> values, double factor)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] *= factor;
    }

    /// <summary>Stretches the vector to a given length; the zero vector stays.</summary>
    public static void Normalise(Span<double> vector, double length)
    {
        var norm = Math.Sqrt(SquaredNorm(vector));
        if (norm > 0)
            Scale(vector, length / norm);
    }
}
