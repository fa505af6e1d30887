using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>
    /// sin x, within 4 ulp up to |x| = 2^45 (float: 2^16). NaN above 2^51 (float: 2^22), where neighbouring
    /// numbers are half a radian apart.
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Sin(TVector x)
    {
        SinCos(x, out var sine, out _);
        return sine;
    }

    /// <summary>cos x, on the same terms as <see cref="Sin"/>.</summary>
    [MethodImpl(Inline)]
    public static TVector Cos(TVector x)
    {
        SinCos(x, out _, out var cosine);
        return cosine;
    }

    [MethodImpl(Inline)]
    public static void SinCos(TVector x, out TVector sine, out TVector cosine)
    {
        var limit = TSimd.Constant(IsDouble ? TwoTo52 / 2 : TwoTo23 / 2);
        var size = TSimd.Abs(x);
        size = TSimd.Select(TSimd.GreaterThan(size, limit), TSimd.Constant(double.NaN), size);
        var quadrant = TSimd.MultiplyAdd(size, TSimd.Constant(0.63661977236758134308), IntegerShift);
        var angle = ReduceByQuarterTurns(size, TSimd.Subtract(quadrant, IntegerShift), out var tail);
        SinCosReduced(angle, tail, out var s, out var c);
        Turn(quadrant, s, c, out sine, out cosine);
        sine = TSimd.Xor(sine, TSimd.And(x, SignMask));
    }

    /// <summary>
    /// (cos, sin) of quadrant·π/2 + angle, from those of the angle; the quadrant stands in the low bits of a
    /// number to which <see cref="IntegerShift"/> was added.
    /// </summary>
    [MethodImpl(Inline)]
    internal static void Turn(TVector quadrant, TVector s, TVector c, out TVector sine, out TVector cosine)
    {
        var one = TSimd.Bits(1);
        var swap = TSimd.SubtractBits(TSimd.Zero, TSimd.And(quadrant, one));
        var toSign = IsDouble ? 62 : 30;
        var sineSign = TSimd.And(TSimd.ShiftBitsLeft(quadrant, toSign), SignMask);
        var cosineSign = TSimd.And(TSimd.ShiftBitsLeft(TSimd.AddBits(quadrant, one), toSign), SignMask);
        sine = TSimd.Xor(TSimd.Select(swap, c, s), sineSign);
        cosine = TSimd.Xor(TSimd.Select(swap, s, c), cosineSign);
    }

    /// <summary>
    /// x − n π/2 as a sum of two numbers, π/2 in three parts (after Cody and Waite): the first product is
    /// subtracted exactly by FMA, the second one's rounding errors are carried in the tail.
    /// </summary>
    [MethodImpl(Inline)]
    private static TVector ReduceByQuarterTurns(TVector x, TVector n, out TVector tail)
    {
        var first = TSimd.Constant(IsDouble ? 1.5707963267948966 : 1.57079637050628662109375);
        var second = TSimd.Constant(IsDouble ? 6.123233995736766e-17 : -4.371138828673793e-8);
        var third = TSimd.Constant(IsDouble ? -1.4973849048591698e-33 : -1.7151245100058819e-15);
        var a = TSimd.MultiplyAdd(TSimd.Negate(n), first, x);
        var product = TSimd.Multiply(n, second);
        var productError = TSimd.MultiplyAdd(n, second, TSimd.Negate(product));
        var reduced = TSimd.Subtract(a, product);
        var virtualProduct = TSimd.Subtract(a, reduced);
        var virtualA = TSimd.Add(reduced, virtualProduct);
        var sumError = TSimd.Add(TSimd.Subtract(a, virtualA), TSimd.Subtract(virtualProduct, product));
        var rest = TSimd.MultiplyAdd(n, third, productError);
        tail = TSimd.Subtract(sumError, rest);
        return reduced;
    }

    /// <summary>
    /// Sine and cosine of r + tail, |r| ≤ π/4: sin r = r + r³ S(r²), cos r = 1 − r²/2 + r⁴ C(r²), and to
    /// first order in the tail.
    /// </summary>
    [MethodImpl(Inline)]
    private static void SinCosReduced(TVector r, TVector tail, out TVector sine, out TVector cosine)
    {
        var z = TSimd.Multiply(r, r);
        var oneLess = MultiplyAdd(TSimd.Negate(z), TSimd.Constant(0.5), 1);
        var s = TSimd.Multiply(TSimd.Multiply(z, r), SinSeries(z));
        sine = TSimd.Add(r, TSimd.MultiplyAdd(tail, oneLess, s));
        var c = TSimd.Multiply(TSimd.Multiply(z, z), CosSeries(z));
        cosine = TSimd.Add(oneLess, TSimd.MultiplyAdd(TSimd.Negate(tail), r, c));
    }

    /// <summary>Sine and cosine of r, |r| ≤ π/4.</summary>
    [MethodImpl(Inline)]
    internal static void SinCosReduced(TVector r, out TVector sine, out TVector cosine)
    {
        var z = TSimd.Multiply(r, r);
        sine = TSimd.MultiplyAdd(TSimd.Multiply(z, r), SinSeries(z), r);
        var oneLess = MultiplyAdd(TSimd.Negate(z), TSimd.Constant(0.5), 1);
        cosine = TSimd.MultiplyAdd(TSimd.Multiply(z, z), CosSeries(z), oneLess);
    }

    [MethodImpl(Inline)]
    private static TVector SinSeries(TVector z)
    {
        if (!IsDouble)
        {
            var tail = MultiplyAdd(TSimd.Constant(-0.00019517270720791394867), z, 0.0083321780483274209092);
            return MultiplyAdd(tail, z, -0.16666654945313468705);
        }
        var square = TSimd.Multiply(z, z);
        var even = MultiplyAdd(TSimd.Constant(-2.5050758852483608054e-8), square, -0.00019841269829827707459);
        var odd = MultiplyAdd(TSimd.Constant(1.5896831295704616013e-10), square, 2.7557313697600197533e-6);
        even = MultiplyAdd(even, square, -0.16666666666666632178);
        odd = MultiplyAdd(odd, square, 0.0083333333333224440404);
        return TSimd.MultiplyAdd(odd, z, even);
    }

    [MethodImpl(Inline)]
    private static TVector CosSeries(TVector z)
    {
        if (!IsDouble)
        {
            var tail = MultiplyAdd(TSimd.Constant(0.000024438429490155814562), z, -0.0013887367493354117396);
            return MultiplyAdd(tail, z, 0.041666646870761323288);
        }
        var square = TSimd.Multiply(z, z);
        var even = MultiplyAdd(TSimd.Constant(2.087572347033068219e-9), square, 0.000024801587289489385191);
        var odd = MultiplyAdd(TSimd.Constant(-1.1359656645661453841e-11), square, -2.7557314354043947367e-7);
        even = MultiplyAdd(even, square, 0.041666666666666599588);
        odd = MultiplyAdd(odd, square, -0.0013888888888874138514);
        return TSimd.MultiplyAdd(odd, z, even);
    }
}
