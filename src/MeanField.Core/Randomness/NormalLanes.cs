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
    [SkipLocalsInit]
    internal static void FillPair(
        RandomStream stream, uint firstIndex, int pair, int count, double* even, double* odd)
    {
        var schedule = stackalloc double[PhiloxLanes<TSimd, TVector>.ScheduleLength];
        PhiloxLanes<TSimd, TVector>.Schedule(stream.Key, schedule);
        var block = TSimd.Bits((uint)pair);
        var (stepLow, purpose) = (TSimd.Bits(stream.StepLow), TSimd.Bits(stream.PurposeAndStepHigh));
        var index = TSimd.AddBits(TSimd.Indices, TSimd.Bits(firstIndex));
        for (var i = 0; i < count; i += TSimd.Count)
        {
            PhiloxLanes<TSimd, TVector>.Generate(
                block, index, stepLow, purpose, schedule, out var lower, out var upper);
            BoxMuller(lower, upper, out var cosine, out var sine);
            TSimd.Store(cosine, even + i);
            TSimd.Store(sine, odd + i);
            index = TSimd.AddBits(index, TSimd.Bits((ulong)TSimd.Count));
        }
    }

    /// <summary>Coordinates 0, 1, … of one index; lanes are pairs of coordinates.</summary>
    [SkipLocalsInit]
    internal static void Fill(RandomStream stream, uint index, Span<double> destination)
    {
        var schedule = stackalloc double[PhiloxLanes<TSimd, TVector>.ScheduleLength];
        PhiloxLanes<TSimd, TVector>.Schedule(stream.Key, schedule);
        var even = stackalloc double[TSimd.Count];
        var odd = stackalloc double[TSimd.Count];
        var (stepLow, purpose) = (TSimd.Bits(stream.StepLow), TSimd.Bits(stream.PurposeAndStepHigh));
        var block = TSimd.Indices;
        for (var first = 0; first < destination.Length; first += 2 * TSimd.Count)
        {
            PhiloxLanes<TSimd, TVector>.Generate(
                block, TSimd.Bits(index), stepLow, purpose, schedule, out var lower, out var upper);
            BoxMuller(lower, upper, out var cosine, out var sine);
            TSimd.Store(cosine, even);
            TSimd.Store(sine, odd);
            Interleave(even, odd, destination[first..]);
            block = TSimd.AddBits(block, TSimd.Bits((ulong)TSimd.Count));
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
    private static void BoxMuller(TVector lower, TVector upper, out TVector cosine, out TVector sine)
    {
        var radius = Radius(TSimd.Subtract(TSimd.Constant(2), OneToTwo(lower)));
        Direction(upper, out sine, out cosine);
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
        return TSimd.Sqrt(TSimd.Multiply(log, TSimd.Constant(-2)));
    }

    /// <summary>(sin, cos) of 2πv = (quadrant + part)·π/2, where v is the word's upper 52 bits as a fraction.</summary>
    [MethodImpl(Inline)]
    private static void Direction(TVector word, out TVector sine, out TVector cosine)
    {
        // 4v + 4, of which the 4 is a whole turn
        var quarters = TSimd.Or(TSimd.ShiftBitsRight(word, 12), TSimd.Constant(4));
        var shift = TSimd.Constant(1.5 * (1L << 52));
        var quadrant = TSimd.Add(quarters, shift);
        var part = TSimd.Subtract(quarters, TSimd.Subtract(quadrant, shift));
        var angle = TSimd.Multiply(part, TSimd.Constant(1.5707963267948966));
        Elementary<TSimd, TVector, double>.SinCosReduced(angle, out var s, out var c);
        Elementary<TSimd, TVector, double>.Turn(quadrant, s, c, out sine, out cosine);
    }
}
