using System.Runtime.CompilerServices;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Numerics;

/// <summary>
/// Elementary functions of every lane of a vector, within 4 ulp and with the same bits at every vector width:
/// they use only exactly rounded operations (+ − × ÷ FMA) and bit patterns. No branches, no tables.
/// Coefficients are minimax fits (Remez) in 60-digit arithmetic, rounded to double.
/// </summary>
/// <typeparam name="TSimd">The operations of <typeparamref name="TVector"/>.</typeparam>
/// <typeparam name="TVector">Vector128, Vector256 or Vector512 of <typeparamref name="T"/>.</typeparam>
/// <typeparam name="T">double or float; the JIT keeps the branch of this type only.</typeparam>
public static partial class Elementary<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const double TwoTo23 = 1L << 23;
    private const double TwoTo52 = 1L << 52;

    private static bool IsDouble
    {
        [MethodImpl(Inline)]
        get => typeof(T) == typeof(double);
    }

    private static TVector SignMask
    {
        [MethodImpl(Inline)]
        get => IsDouble ? TSimd.Bits(1UL << 63) : TSimd.Bits(1UL << 31);
    }

    /// <summary>
    /// 1.5·2^52 or 1.5·2^23: added to a small number, it leaves its nearest integer in the low bits.
    /// </summary>
    private static TVector IntegerShift
    {
        [MethodImpl(Inline)]
        get => TSimd.Constant(IsDouble ? 1.5 * TwoTo52 : 1.5 * TwoTo23);
    }

    [MethodImpl(Inline)]
    private static TVector MultiplyAdd(TVector a, TVector b, double c) =>
        TSimd.MultiplyAdd(a, b, TSimd.Constant(c));

    [MethodImpl(Inline)]
    private static TVector Times(TVector a, double b) => TSimd.Multiply(a, TSimd.Constant(b));

    /// <summary>The smaller of the two; NaN stays NaN.</summary>
    [MethodImpl(Inline)]
    private static TVector AtMost(TVector a, double bound) =>
        TSimd.Select(TSimd.GreaterThan(a, TSimd.Constant(bound)), TSimd.Constant(bound), a);

    [MethodImpl(Inline)]
    private static TVector CopySign(TVector magnitude, TVector sign) =>
        TSimd.Or(magnitude, TSimd.And(sign, SignMask));
}
