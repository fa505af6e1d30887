using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Randomness;

/// <summary>
/// <see cref="Philox"/> of one counter per 64-bit lane. Each word stands in the low half of its lane; the upper
/// half holds what was left over, since the 32×32→64-bit product does not look at it.
/// </summary>
public static class PhiloxLanes<TSimd, TVector>
    where TSimd : ISimd<TVector, double>, IWordLanes<TVector>
    where TVector : struct
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>The random words of counters (x0, x1, x2, x3) as two 64-bit words: (0, 1) and (2, 3).</summary>
    [MethodImpl(Inline)]
    public static void Generate(
        TVector x0, TVector x1, TVector x2, TVector x3, ulong key, out TVector lower, out TVector upper)
    {
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var a = TSimd.Product(x0, TSimd.Bits(Philox.MultiplierA));
            var b = TSimd.Product(x2, TSimd.Bits(Philox.MultiplierB));
            x0 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(b, 32), x1), TSimd.Bits(k0));
            x2 = TSimd.Xor(TSimd.Xor(TSimd.ShiftBitsRight(a, 32), x3), TSimd.Bits(k1));
            (x1, x3) = (b, a);
            k0 += Philox.WeylA;
            k1 += Philox.WeylB;
        }
        lower = Join(x0, x1);
        upper = Join(x2, x3);
    }

    [MethodImpl(Inline)]
    private static TVector Join(TVector low, TVector high) =>
        TSimd.Or(TSimd.And(low, TSimd.Bits(uint.MaxValue)), TSimd.ShiftBitsLeft(high, 32));
}
