using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// <see cref="Philox"/> of one counter per 64-bit lane. Each word stands in the low half of its lane; the
/// upper half holds what was left over, since the 32×32→64-bit product does not look at it.
/// </summary>
internal static unsafe class PhiloxLanes<TSimd, TVector>
    where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
    where TVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Numbers that <see cref="Schedule"/> writes.</summary>
    public const int ScheduleLength = 2 * Philox.Rounds;

    /// <summary>
    /// The random words of consecutive counters, from the first one's (block, index) on in steps: words 0 and
    /// 1 as one 64-bit word to lower, words 2 and 3 to upper. Two vectors at a time, since each waits for its
    /// own products.
    /// </summary>
    [SkipLocalsInit]
    public static void Generate(
        RandomStream stream, TVector block, TVector index, ulong blockStep, ulong indexStep, int count,
        double* lower, double* upper)
    {
        var schedule = stackalloc double[ScheduleLength];
        Schedule(stream.Key, schedule);
        var (stepLow, purpose) = (TSimd.Bits(stream.StepLow), TSimd.Bits(stream.PurposeAndStepHigh));
        for (var i = 0; i < count; i += 2 * TSimd.Count)
        {
            var nextBlock = TSimd.AddBits(block, TSimd.Bits(blockStep * (ulong)TSimd.Count));
            var nextIndex = TSimd.AddBits(index, TSimd.Bits(indexStep * (ulong)TSimd.Count));
            Rounds(
                block, index, nextBlock, nextIndex, stepLow, purpose, schedule,
                out var lower0, out var upper0, out var lower1, out var upper1);
            TSimd.Store(lower0, lower + i);
            TSimd.Store(upper0, upper + i);
            if (i + TSimd.Count < count)
            {
                TSimd.Store(lower1, lower + i + TSimd.Count);
                TSimd.Store(upper1, upper + i + TSimd.Count);
            }
            block = TSimd.AddBits(nextBlock, TSimd.Bits(blockStep * (ulong)TSimd.Count));
            index = TSimd.AddBits(nextIndex, TSimd.Bits(indexStep * (ulong)TSimd.Count));
        }
    }

    /// <summary>Writes the two key words of every round.</summary>
    [MethodImpl(Inline)]
    public static void Schedule(ulong key, double* schedule)
    {
        var words = (ulong*)schedule;
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            (words[2 * round], words[2 * round + 1]) = (k0, k1);
            k0 += Philox.WeylA;
            k1 += Philox.WeylB;
        }
    }

    [MethodImpl(Inline)]
    public static void Rounds(
        TVector x0, TVector x1, TVector y0, TVector y1, TVector stepLow, TVector purpose, double* keys,
        out TVector lower0, out TVector upper0, out TVector lower1, out TVector upper1)
    {
        var (x2, x3, y2, y3) = (stepLow, purpose, stepLow, purpose);
        Rounds(ref x0, ref x1, ref x2, ref x3, ref y0, ref y1, ref y2, ref y3, keys);
        (lower0, upper0) = (Join(x0, x1), Join(x2, x3));
        (lower1, upper1) = (Join(y0, y1), Join(y2, y3));
    }

    /// <summary>
    /// The words of two counters per lane, each in the low half; two, since each waits for its own products.
    /// </summary>
    [MethodImpl(Inline)]
    public static void Rounds(
        ref TVector x0, ref TVector x1, ref TVector x2, ref TVector x3,
        ref TVector y0, ref TVector y1, ref TVector y2, ref TVector y3, double* keys)
    {
        for (var round = 0; round < Philox.Rounds; round++, keys += 2)
        {
            Round(ref x0, ref x1, ref x2, ref x3, keys);
            Round(ref y0, ref y1, ref y2, ref y3, keys);
        }
    }

    [MethodImpl(Inline)]
    private static void Round(ref TVector x0, ref TVector x1, ref TVector x2, ref TVector x3, double* keys)
    {
        var a = TSimd.Product(x0, TSimd.Bits(Philox.MultiplierA));
        var b = TSimd.Product(x2, TSimd.Bits(Philox.MultiplierB));
        x0 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(b, 32), x1), TSimd.Broadcast(keys[0]));
        x2 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(a, 32), x3), TSimd.Broadcast(keys[1]));
        (x1, x3) = (b, a);
    }

    /// <summary>One 64-bit word of two words that each stand in the low half.</summary>
    [MethodImpl(Inline)]
    public static TVector Join(TVector low, TVector high) =>
        TSimd.Or(TSimd.And(low, TSimd.Bits(uint.MaxValue)), TSimd.ShiftBitsLeft(high, 32));
}
