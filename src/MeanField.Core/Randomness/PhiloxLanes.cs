using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// <see cref="Philox"/> of one counter per 64-bit lane. Each word stands in the low half of its lane; the upper
/// half holds what was left over, since the 32×32→64-bit product does not look at it.
/// </summary>
public static unsafe class PhiloxLanes<TSimd, TVector>
    where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
    where TVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The length of a key schedule.</summary>
    public static int ScheduleLength
    {
        [MethodImpl(Inline)]
        get => 2 * Philox.Rounds * TSimd.Count;
    }

    /// <summary>Writes the two key words of every round, each in all lanes.</summary>
    [MethodImpl(Inline)]
    public static void Schedule(ulong key, double* schedule)
    {
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            TSimd.Store(TSimd.Bits(k0), schedule + 2 * round * TSimd.Count);
            TSimd.Store(TSimd.Bits(k1), schedule + (2 * round + 1) * TSimd.Count);
            k0 += Philox.WeylA;
            k1 += Philox.WeylB;
        }
    }

    /// <summary>The random words of counters (x0, x1, x2, x3) as two 64-bit words: (0, 1) and (2, 3).</summary>
    [MethodImpl(Inline)]
    public static void Generate(
        TVector x0, TVector x1, TVector x2, TVector x3, double* schedule, out TVector lower, out TVector upper)
    {
        // ten rounds in a row, so that a loop around them computes only once what its counters share
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 0);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 1);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 2);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 3);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 4);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 5);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 6);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 7);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 8);
        Round(ref x0, ref x1, ref x2, ref x3, schedule, 9);
        lower = Join(x0, x1);
        upper = Join(x2, x3);
    }

    [MethodImpl(Inline)]
    private static void Round(
        ref TVector x0, ref TVector x1, ref TVector x2, ref TVector x3, double* schedule, int round)
    {
        var keys = schedule + 2 * round * TSimd.Count;
        var a = TSimd.Product(x0, TSimd.Bits(Philox.MultiplierA));
        var b = TSimd.Product(x2, TSimd.Bits(Philox.MultiplierB));
        x0 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(b, 32), x1), TSimd.Load(keys));
        x2 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(a, 32), x3), TSimd.Load(keys + TSimd.Count));
        (x1, x3) = (b, a);
    }

    [MethodImpl(Inline)]
    private static TVector Join(TVector low, TVector high) =>
        TSimd.Or(TSimd.And(low, TSimd.Bits(uint.MaxValue)), TSimd.ShiftBitsLeft(high, 32));
}
