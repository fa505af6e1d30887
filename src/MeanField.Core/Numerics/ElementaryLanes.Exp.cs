using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    private const double Log2OfE = 1.4426950408889634;
    // ln 2 = high + low; n·high is subtracted without rounding error, in one FMA
    private const double Ln2 = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;
    private const double Ln2Single = 0.693147182464599609375;
    private const double Ln2LowSingle = -1.9046542121259336e-9;

    /// <summary>e^x = 2^n e^r with |r| ≤ ln 2 / 2.</summary>
    [MethodImpl(Inline)]
    public static TVector Exp(TVector x)
    {
        // beyond these bounds the result is 0 or ∞ all the same
        var clamped = IsDouble
            ? TSimd.Clamp(x, TSimd.Constant(-746), TSimd.Constant(710))
            : TSimd.Clamp(x, TSimd.Constant(-104), TSimd.Constant(89));
        return ExpClamped(clamped);
    }

    /// <summary>e^x for x not above 0.</summary>
    [MethodImpl(Inline)]
    private static TVector ExpNotPositive(TVector x)
    {
        var bound = TSimd.Constant(IsDouble ? -746 : -104);
        return ExpClamped(TSimd.Select(TSimd.GreaterThan(bound, x), bound, x));
    }

    [MethodImpl(Inline)]
    private static TVector ExpClamped(TVector x)
    {
        var n = TSimd.Subtract(TSimd.MultiplyAdd(x, TSimd.Constant(Log2OfE), IntegerShift), IntegerShift);
        var e = TSimd.Add(TSimd.Constant(1), ExpSeries(LessLn2(x, n)));
        // 2^n in two steps, the second of which may overflow or underflow, with one rounding
        var half = TSimd.Subtract(TSimd.MultiplyAdd(n, TSimd.Constant(0.5), IntegerShift), IntegerShift);
        return TSimd.Multiply(TSimd.Multiply(e, PowerOfTwo(half)), PowerOfTwo(TSimd.Subtract(n, half)));
    }

    /// <summary>e^x = power·(1 + fraction), where e^x is a normal number.</summary>
    [MethodImpl(Inline)]
    private static void SplitExp(TVector x, out TVector power, out TVector fraction)
    {
        // the exponent's bias is added on the way, so that the low bits are those of 2^n
        var shift = TSimd.Constant(IsDouble ? 1.5 * TwoTo52 + 1023 : 1.5 * TwoTo23 + 127);
        var shifted = TSimd.MultiplyAdd(x, TSimd.Constant(Log2OfE), shift);
        power = TSimd.ShiftBitsLeft(shifted, IsDouble ? 52 : 23);
        fraction = ExpSeries(LessLn2(x, TSimd.Subtract(shifted, shift)));
    }

    /// <summary>x − n ln 2.</summary>
    [MethodImpl(Inline)]
    private static TVector LessLn2(TVector x, TVector n)
    {
        var high = TSimd.MultiplyAdd(n, TSimd.Constant(-(IsDouble ? Ln2 : Ln2Single)), x);
        return TSimd.MultiplyAdd(n, TSimd.Constant(-(IsDouble ? Ln2Low : Ln2LowSingle)), high);
    }

    /// <summary>
    /// e^r − 1 = r + r² q(r), |r| ≤ ln 2 / 2; relative error of the formula 2^−55 or 2^−26.
    /// </summary>
    [MethodImpl(Inline)]
    private static TVector ExpSeries(TVector r)
    {
        var square = TSimd.Multiply(r, r);
        var even = TSimd.Constant(IsDouble ? 2.7626331468837101663e-7 : 0.0013946421247198428904);
        var odd = TSimd.Constant(IsDouble ? 2.511481582606577592e-8 : 0.0083665788538748705937);
        if (IsDouble)
        {
            even = MultiplyAdd(even, square, 0.000024801504438263162194);
            odd = MultiplyAdd(odd, square, 2.7557226818372240231e-6);
            even = MultiplyAdd(even, square, 0.0013888888932376500767);
            odd = MultiplyAdd(odd, square, 0.00019841269904383928125);
            even = MultiplyAdd(even, square, 0.041666666666573697072);
            odd = MultiplyAdd(odd, square, 0.0083333333333139098803);
            even = MultiplyAdd(even, square, 0.5000000000000005529);
            odd = MultiplyAdd(odd, square, 0.16666666666666687206);
        }
        else
        {
            even = MultiplyAdd(even, square, 0.041666282072634183186);
            odd = MultiplyAdd(odd, square, 0.16666543073307967562);
            even = MultiplyAdd(even, square, 0.50000000622967733087);
        }
        return TSimd.MultiplyAdd(square, TSimd.MultiplyAdd(odd, r, even), r);
    }

    /// <summary>2^n for a whole number n in the range of normal exponents.</summary>
    [MethodImpl(Inline)]
    private static TVector PowerOfTwo(TVector n) => IsDouble
        ? TSimd.ShiftBitsLeft(TSimd.Add(n, TSimd.Constant(TwoTo52 + 1023)), 52)
        : TSimd.ShiftBitsLeft(TSimd.Add(n, TSimd.Constant(TwoTo23 + 127)), 23);
}
