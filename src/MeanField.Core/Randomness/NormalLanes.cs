using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// Standard normal numbers by the transform of Box and Muller (1958), z = √(−2 ln u) (cos, sin)(2πv), one
/// pair per lane; u in (0, 1] and v in [0, 1) are 52-bit fractions from the words of one Philox counter.
/// </summary>
internal static unsafe class NormalLanes<TSimd, TVector>
    where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
    where TVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>
    /// Coordinates 0, 1, … (an even number) of consecutive indices: a row of lanes for each coordinate.
    /// </summary>
    [SkipLocalsInit]
    public static void FillRows(RandomStream stream, uint firstIndex, int rows, int lanes, double* destination)
    {
        var keys = stackalloc double[PhiloxLanes<TSimd, TVector>.ScheduleLength];
        PhiloxLanes<TSimd, TVector>.Schedule(stream.Key, keys);
        var (stepLow, purpose) = (TSimd.Bits(stream.StepLow), TSimd.Bits(stream.PurposeAndStepHigh));
        for (var lane = 0; lane < lanes; lane += 2 * TSimd.Count)
        {
            var index = TSimd.AddBits(TSimd.Indices, TSimd.Bits(firstIndex + (ulong)lane));
            var next = TSimd.AddBits(index, TSimd.Bits((ulong)TSimd.Count));
            for (var row = 0; row < rows; row += 2)
            {
                var block = TSimd.Bits((ulong)row / 2);
                PhiloxLanes<TSimd, TVector>.Rounds(
                    block, index, block, next, stepLow, purpose, keys,
                    out var lower, out var upper, out var nextLower, out var nextUpper);
                var place = destination + row * lanes + lane;
                Store(lower, upper, place, place + lanes);
                Store(nextLower, nextUpper, place + TSimd.Count, place + lanes + TSimd.Count);
            }
        }
    }

    /// <summary>Coordinates 0, 1, … of one index; lanes are pairs of coordinates.</summary>
    [SkipLocalsInit]
    public static void Fill(RandomStream stream, uint index, Span<double> destination)
    {
        const int pairsAtATime = 64;
        var even = stackalloc double[2 * pairsAtATime];
        var odd = even + pairsAtATime;
        for (var first = 0; 2 * first < destination.Length; first += pairsAtATime)
        {
            var rest = destination[(2 * first)..];
            var pairs = Math.Min(pairsAtATime, (rest.Length + 1) / 2);
            var block = TSimd.AddBits(TSimd.Indices, TSimd.Bits((ulong)first));
            PhiloxLanes<TSimd, TVector>.Generate(stream, block, TSimd.Bits(index), 1, 0, pairs, even, odd);
            BoxMuller(even, odd, pairs);
            Interleave(even, odd, rest[..Math.Min(rest.Length, 2 * pairs)]);
        }
    }

    private static void Interleave(double* even, double* odd, Span<double> destination)
    {
        var pairs = destination.Length / 2;
        for (var i = 0; i < pairs; i++)
        {
            destination[2 * i] = even[i];
            destination[2 * i + 1] = odd[i];
        }
        if (destination.Length % 2 == 1)
            destination[^1] = even[pairs];
    }

    /// <summary>Turns the words of counters, in place, into the two normals of each.</summary>
    private static void BoxMuller(double* even, double* odd, int count)
    {
        for (var i = 0; i < count; i += TSimd.Count)
            Store(TSimd.Load(even + i), TSimd.Load(odd + i), even + i, odd + i);
    }

    /// <summary>The two normals of a counter's words.</summary>
    [MethodImpl(Inline)]
    private static void Store(TVector lower, TVector upper, double* even, double* odd)
    {
        var radius = Radius(TSimd.Subtract(TSimd.Constant(2), OneToTwo(lower)));
        Direction(upper, out var sine, out var cosine);
        TSimd.Store(TSimd.Multiply(cosine, radius), even);
        TSimd.Store(TSimd.Multiply(sine, radius), odd);
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

    /// <summary>
    /// (sin, cos) of 2πv = (quadrant + part)·π/2, where v is the word's upper 52 bits as a fraction.
    /// </summary>
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
