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

    /// <summary>e^x: x = n ln 2 + r with |r| ≤ ln 2 / 2, a minimax polynomial of e^r, and 2^n.</summary>
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
        var r = TSimd.MultiplyAdd(n, TSimd.Constant(-(IsDouble ? Ln2 : Ln2Single)), x);
        r = TSimd.MultiplyAdd(n, TSimd.Constant(-(IsDouble ? Ln2Low : Ln2LowSingle)), r);
        // 2^n in two steps, the second of which may overflow or underflow, with one rounding
        var half = TSimd.Subtract(TSimd.MultiplyAdd(n, TSimd.Constant(0.5), IntegerShift), IntegerShift);
        var scaled = TSimd.Multiply(ExpReduced(r), PowerOfTwo(half));
        return TSimd.Multiply(scaled, PowerOfTwo(TSimd.Subtract(n, half)));
    }

    /// <summary>e^r = 1 + r + r² q(r), |r| ≤ ln 2 / 2; relative error of the formula 2^−57 or 2^−28.</summary>
    [MethodImpl(Inline)]
    private static TVector ExpReduced(TVector r)
    {
        var square = TSimd.Multiply(r, r);
        var even = TSimd.Constant(IsDouble ? 2.763023580487659456e-7 : 0.0013814639571971942265);
        var odd = TSimd.Constant(IsDouble ? 2.4998868968900386088e-8 : 0.0083687168908976261377);
        if (IsDouble)
        {
            even = MultiplyAdd(even, square, 0.000024801493147561221395);
            odd = MultiplyAdd(odd, square, 2.7557590531040445886e-6);
            even = MultiplyAdd(even, square, 0.0013888888943565502863);
            odd = MultiplyAdd(odd, square, 0.00019841269501443390405);
            even = MultiplyAdd(even, square, 0.041666666666530497016);
            odd = MultiplyAdd(odd, square, 0.0083333333334970577524);
            even = MultiplyAdd(even, square, 0.50000000000000105721);
            odd = MultiplyAdd(odd, square, 0.1666666666666640822);
        }
        else
        {
            even = MultiplyAdd(even, square, 0.041668387392015365753);
            odd = MultiplyAdd(odd, square, 0.16666520632313306478);
            even = MultiplyAdd(even, square, 0.49999993449822188163);
        }
        var q = TSimd.MultiplyAdd(odd, r, even);
        return TSimd.Add(TSimd.Constant(1), TSimd.MultiplyAdd(square, q, r));
    }

    /// <summary>2^n for a whole number n in the range of normal exponents.</summary>
    [MethodImpl(Inline)]
    private static TVector PowerOfTwo(TVector n) => IsDouble
        ? TSimd.ShiftBitsLeft(TSimd.Add(n, TSimd.Constant(TwoTo52 + 1023)), 52)
        : TSimd.ShiftBitsLeft(TSimd.Add(n, TSimd.Constant(TwoTo23 + 127)), 23);
}
