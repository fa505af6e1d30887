using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double SmallestNormalSingle = 1.1754943508222875e-38;
    private const ulong RootOfHalfBits = 0x3FE6_A09E_667F_3BCD;
    private const ulong RootOfHalfBitsSingle = 0x3F35_04F3;

    /// <summary>ln x: −∞ at ±0, NaN below.</summary>
    [MethodImpl(Inline)]
    public static TVector Log(TVector x)
    {
        var smallestNormal = TSimd.Constant(IsDouble ? SmallestNormal : SmallestNormalSingle);
        var subnormal = TSimd.GreaterThan(smallestNormal, x);
        var normal = TSimd.Select(subnormal, Times(x, IsDouble ? TwoTo52 : TwoTo23), x);
        var shift = TSimd.And(subnormal, TSimd.Constant(IsDouble ? 52 : 23));
        var finite = LogNormal(normal, shift);
        var infinity = TSimd.Constant(double.PositiveInfinity);
        var atZero = TSimd.Select(
            TSimd.Equal(x, TSimd.Zero), TSimd.Constant(double.NegativeInfinity), TSimd.Constant(double.NaN));
        var atBounds = TSimd.Select(TSimd.GreaterThan(x, TSimd.Zero), x, atZero);
        var inside = TSimd.And(TSimd.GreaterThan(x, TSimd.Zero), TSimd.GreaterThan(infinity, x));
        return TSimd.Select(inside, finite, atBounds);
    }

    /// <summary>
    /// ln(2^−shift x) of a positive normal number: x = 2^k m, √½ ≤ m &lt; √2, f = m − 1, s = f/(2+f),
    /// ln m = 2 artanh s = f − (f²/2 − s(f²/2 + s² L(s²))) (the form of fdlibm's e_log.c).
    /// </summary>
    [MethodImpl(Inline)]
    internal static TVector LogNormal(TVector x, TVector shift)
    {
        var exponent = SplitExponent(x, out var mantissa);
        var k = TSimd.Subtract(exponent, shift);
        var f = TSimd.Subtract(mantissa, TSimd.Constant(1));
        var s = TSimd.Divide(f, TSimd.Add(f, TSimd.Constant(2)));
        var halfSquare = TSimd.Multiply(Times(f, 0.5), f);
        var series = TSimd.Add(halfSquare, LogSeries(TSimd.Multiply(s, s)));
        var low = Times(k, IsDouble ? Ln2Low : Ln2LowSingle);
        var correction = TSimd.Subtract(halfSquare, TSimd.MultiplyAdd(s, series, low));
        var logMantissa = TSimd.Subtract(f, correction);
        return TSimd.MultiplyAdd(k, TSimd.Constant(IsDouble ? Ln2 : Ln2Single), logMantissa);
    }

    /// <summary>x = 2^k m with √½ ≤ m &lt; √2: returns k.</summary>
    [MethodImpl(Inline)]
    private static TVector SplitExponent(TVector x, out TVector mantissa)
    {
        if (IsDouble)
        {
            var bits = TSimd.AddBits(x, TSimd.Bits((1023UL << 52) - RootOfHalfBits));
            var fraction = TSimd.And(bits, TSimd.Bits((1UL << 52) - 1));
            mantissa = TSimd.AddBits(fraction, TSimd.Bits(RootOfHalfBits));
            var biased = TSimd.Or(TSimd.ShiftBitsRight(bits, 52), TSimd.Constant(TwoTo52));
            return TSimd.Subtract(biased, TSimd.Constant(TwoTo52 + 1023));
        }
        else
        {
            var bits = TSimd.AddBits(x, TSimd.Bits((127UL << 23) - RootOfHalfBitsSingle));
            var fraction = TSimd.And(bits, TSimd.Bits((1UL << 23) - 1));
            mantissa = TSimd.AddBits(fraction, TSimd.Bits(RootOfHalfBitsSingle));
            var biased = TSimd.Or(TSimd.ShiftBitsRight(bits, 23), TSimd.Constant(TwoTo23));
            return TSimd.Subtract(biased, TSimd.Constant(TwoTo23 + 127));
        }
    }

    /// <summary>
    /// z L(z) = 2 artanh(√z)/√z − 2, z ≤ (√2−1)²/(√2+1)²; error of the formula 2^−59 or 2^−30.
    /// </summary>
    [MethodImpl(Inline)]
    private static TVector LogSeries(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (!IsDouble)
        {
            var tail = MultiplyAdd(TSimd.Constant(0.29872039724891138684), z, 0.3997753429426382384);
            return TSimd.Multiply(z, MultiplyAdd(tail, z, 0.66666776382069529489));
        }
        var even = MultiplyAdd(TSimd.Constant(0.1479598267499882169), square, 0.1818356372683203361);
        var odd = MultiplyAdd(TSimd.Constant(0.15314056090843430775), square, 0.22222198592960396091);
        even = MultiplyAdd(even, square, 0.2857142874210302453);
        odd = MultiplyAdd(odd, square, 0.39999999999416459302);
        even = MultiplyAdd(even, square, 0.66666666666667340381);
        return TSimd.Multiply(z, TSimd.MultiplyAdd(odd, z, even));
    }
}
