using System.Numerics;

namespace MeanField.Theory.Integration;

/// <summary>Sums over long vectors.</summary>
internal static class Lanes
{
    /// <summary>to += factor · from.</summary>
    public static void Add(double factor, ReadOnlySpan<double> from, Span<double> to)
    {
        var k = 0;
        for (; k <= to.Length - Vector<double>.Count; k += Vector<double>.Count)
            (new Vector<double>(to[k..]) + factor * new Vector<double>(from[k..])).CopyTo(to[k..]);
        for (; k < to.Length; k++)
            to[k] += factor * from[k];
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
}
