using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// Standard normal numbers by the transform of Box and Muller (1958), z = √(−2 ln u) (cos, sin)(2πv), one pair per
/// lane; u in (0, 1] and v in [0, 1) are 52-bit fractions from the words of one Philox counter.
/// </summary>
public static unsafe class NormalLanes<TSimd, TVector>
    where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
    where TVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Coordinates 2·pair and 2·pair+1 of consecutive indices; lanes are indices.</summary>
    internal static void FillPair(
        RandomStream stream, uint firstIndex, int pair, int count, double* even, double* odd)
    {
        var block = TSimd.Bits((uint)pair);
        var index = TSimd.AddBits(TSimd.Indices, TSimd.Bits(firstIndex));
        for (var i = 0; i < count; i += TSimd.Count)
        {
            Pair(stream, block, index, out var cosine, out var sine);
            TSimd.Store(cosine, even + i);
            TSimd.Store(sine, odd + i);
            index = TSimd.AddBits(index, TSimd.Bits((ulong)TSimd.Count));
        }
    }

    /// <summary>Coordinates 0, 1, … of one index; lanes are pairs of coordinates.</summary>
    internal static void Fill(RandomStream stream, uint index, Span<double> destination)
    {
        var even = stackalloc double[TSimd.Count];
        var odd = stackalloc double[TSimd.Count];
        for (var first = 0; first < destination.Length; first += 2 * TSimd.Count)
        {
            var block = TSimd.AddBits(TSimd.Indices, TSimd.Bits((ulong)first / 2));
            Pair(stream, block, TSimd.Bits(index), out var cosine, out var sine);
            TSimd.Store(cosine, even);
            TSimd.Store(sine, odd);
            Interleave(even, odd, destination[first..]);
        }
    }

    [MethodImpl(Inline)]
    private static void Interleave(double* even, double* odd, Span<double> destination)
    {
        var pairs = Math.Min(TSimd.Count, destination.Length / 2);
        for (var i = 0; i < pairs; i++)
        {
            destination[2 * i] = even[i];
            destination[2 * i + 1] = odd[i];
        }
        if (pairs < TSimd.Count && destination.Length % 2 == 1)
            destination[^1] = even[pairs];
    }

    [MethodImpl(Inline)]
    private static void Pair(
        RandomStream stream, TVector block, TVector index, out TVector cosine, out TVector sine)
    {
        var stepLow = TSimd.Bits(stream.StepLow);
        var purpose = TSimd.Bits(stream.PurposeAndStepHigh);
        PhiloxLanes<TSimd, TVector>.Generate(
            block, index, stepLow, purpose, stream.Key, out var lower, out var upper);
        var radius = Radius(TSimd.Subtract(TSimd.Constant(2), OneToTwo(lower)));
        Direction(TSimd.Subtract(OneToTwo(upper), TSimd.Constant(1)), out sine, out cosine);
        cosine = TSimd.Multiply(cosine, radius);
        sine = TSimd.Multiply(sine, radius);
    }

    /// <summary>The upper 52 bits as a fraction, plus 1.</summary>
    [MethodImpl(Inline)]
    private static TVector OneToTwo(TVector word) =>
        TSimd.Or(TSimd.ShiftBitsRight(word, 12), TSimd.Constant(1));

    [MethodImpl(Inline)]
    private static TVector Radius(TVector u)
    {
        var log = Elementary<TSimd, TVector, double>.LogNormal(u, TSimd.Zero);
        // u = 1 gives a radius of 0, not −0
        return TSimd.Sqrt(TSimd.Abs(TSimd.Multiply(log, TSimd.Constant(-2))));
    }

    /// <summary>(sin, cos) of 2πv = quadrant·π/2 + (4v − quadrant)·π/2.</summary>
    [MethodImpl(Inline)]
    private static void Direction(TVector v, out TVector sine, out TVector cosine)
    {
        var shift = TSimd.Constant(1.5 * (1L << 52));
        var quadrant = TSimd.MultiplyAdd(v, TSimd.Constant(4), shift);
        var part = TSimd.Subtract(TSimd.Multiply(v, TSimd.Constant(4)), TSimd.Subtract(quadrant, shift));
        var angle = TSimd.Multiply(part, TSimd.Constant(1.5707963267948966));
        Elementary<TSimd, TVector, double>.SinCosReduced(angle, out var s, out var c);
        Elementary<TSimd, TVector, double>.Turn(quadrant, s, c, out sine, out cosine);
    }
}
