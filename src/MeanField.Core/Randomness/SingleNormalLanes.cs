using System.Runtime.CompilerServices;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// Standard normal numbers in single precision by the transform of Box and Muller: one Philox counter makes
/// four, its words 0 and 1 two radii, words 2 and 3 two angles.
/// </summary>
/// <remarks>
/// u = (word + ½) 2⁻³², rounded to 24 bits, reaches down to 2⁻³³: |z| ≤ 6.76. The angle is a quarter turn,
/// from the word's two lowest bits, plus a 23-bit fraction of one.
/// </remarks>
/// <typeparam name="TSimd">Operations on floats.</typeparam>
/// <typeparam name="TVector">Their vectors.</typeparam>
/// <typeparam name="TWide">Operations on the counters, 64 bits each.</typeparam>
/// <typeparam name="TWideVector">Their vectors, as wide.</typeparam>
internal static unsafe class SingleNormalLanes<TSimd, TVector, TWide, TWideVector>
    where TSimd : ISimd<TVector, float>
    where TVector : struct
    where TWide : ISimd<TWideVector, double>, IWordLanes<TWideVector>
    where TWideVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>
    /// Coordinates 0, 1, … (a multiple of 4) of consecutive indices: a row of lanes for each coordinate.
    /// </summary>
    [SkipLocalsInit]
    public static void FillRows(RandomStream stream, uint firstIndex, int rows, int lanes, float* destination)
    {
        var keys = stackalloc double[PhiloxLanes<TWide, TWideVector>.ScheduleLength];
        PhiloxLanes<TWide, TWideVector>.Schedule(stream.Key, keys);
        for (var lane = 0; lane < lanes; lane += TSimd.Count)
        {
            // counters of even and of odd lanes: joined word by word they stand in the order of the lanes
            var even = TWide.AddBits(TWide.Indices, TWide.Indices);
            even = TWide.AddBits(even, TWide.Bits(firstIndex + (ulong)lane));
            var odd = TWide.AddBits(even, TWide.Bits(1));
            for (var row = 0; row < rows; row += 4)
            {
                var place = destination + row * lanes + lane;
                FillFour(stream, TWide.Bits((ulong)row / 4), even, odd, keys, lanes, place);
            }
        }
    }

    [MethodImpl(Inline)]
    private static void FillFour(
        RandomStream stream, TWideVector block, TWideVector even, TWideVector odd, double* keys, int lanes,
        float* place)
    {
        var (x0, x1, y0, y1) = (block, even, block, odd);
        var (x2, x3) = (TWide.Bits(stream.StepLow), TWide.Bits(stream.PurposeAndStepHigh));
        var (y2, y3) = (x2, x3);
        PhiloxLanes<TWide, TWideVector>.Rounds(
            ref x0, ref x1, ref x2, ref x3, ref y0, ref y1, ref y2, ref y3, keys);
        Store(Join(x0, y0), Join(x2, y2), place, place + lanes);
        Store(Join(x1, y1), Join(x3, y3), place + 2 * lanes, place + 3 * lanes);
    }

    [MethodImpl(Inline)]
    private static TVector Join(TWideVector even, TWideVector odd) =>
        Unsafe.BitCast<TWideVector, TVector>(PhiloxLanes<TWide, TWideVector>.Join(even, odd));

    [MethodImpl(Inline)]
    private static void Store(TVector first, TVector second, float* cosines, float* sines)
    {
        var log = Elementary<TSimd, TVector, float>.LogNormal(Uniform(first), TSimd.Zero);
        var radius = TSimd.Sqrt(TSimd.Multiply(log, TSimd.Constant(-2)));
        Direction(second, out var sine, out var cosine);
        TSimd.Store(TSimd.Multiply(cosine, radius), cosines);
        TSimd.Store(TSimd.Multiply(sine, radius), sines);
    }

    /// <summary>
    /// (word + ½) 2⁻³² with one rounding: its halves are whole numbers in the mantissa of 2²³ + half.
    /// </summary>
    [MethodImpl(Inline)]
    private static TVector Uniform(TVector word)
    {
        var two23 = TSimd.Constant(1 << 23);
        var upper = TSimd.Subtract(TSimd.Or(TSimd.ShiftBitsRight(word, 16), two23), two23);
        var lower = TSimd.Or(TSimd.And(word, TSimd.Bits(0xFFFF)), two23);
        lower = TSimd.Subtract(lower, TSimd.Constant((1 << 23) - 0.5));
        lower = TSimd.Multiply(lower, TSimd.Constant(1.0 / (1L << 32)));
        return TSimd.MultiplyAdd(upper, TSimd.Constant(1.0 / (1 << 16)), lower);
    }

    [MethodImpl(Inline)]
    private static void Direction(TVector word, out TVector sine, out TVector cosine)
    {
        var fraction = TSimd.Or(TSimd.ShiftBitsRight(word, 9), TSimd.Constant(1));
        var part = TSimd.Subtract(fraction, TSimd.Constant(1.5));
        var angle = TSimd.Multiply(part, TSimd.Constant(1.5707963267948966));
        Elementary<TSimd, TVector, float>.SinCosReduced(angle, out var s, out var c);
        Elementary<TSimd, TVector, float>.Turn(word, s, c, out sine, out cosine);
    }
}
