using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>1/(1 + e^−x), as e/(1+e) with e = e^−|x| on the negative side.</summary>
    [MethodImpl(Inline)]
    public static TVector Sigmoid(TVector x)
    {
        var one = TSimd.Constant(1);
        var e = ExpNotPositive(TSimd.Negate(TSimd.Abs(x)));
        var numerator = TSimd.Select(TSimd.GreaterThan(x, TSimd.Zero), one, e);
        return TSimd.Divide(numerator, TSimd.Add(one, e));
    }

    /// <summary>ln(1 + e^x) = max(x, 0) + 2 artanh(e/(2+e)), e = e^−|x|.</summary>
    [MethodImpl(Inline)]
    public static TVector Softplus(TVector x)
    {
        var e = ExpNotPositive(TSimd.Negate(TSimd.Abs(x)));
        var s = TSimd.Divide(e, TSimd.Add(e, TSimd.Constant(2)));
        var z = TSimd.Multiply(s, s);
        var series = TSimd.Multiply(TSimd.Multiply(s, z), ArtanhSeries(z));
        var log = TSimd.MultiplyAdd(s, TSimd.Constant(2), series);
        var positive = TSimd.Select(TSimd.GreaterThan(TSimd.Zero, x), TSimd.Zero, x);
        return TSimd.Add(positive, log);
    }

    /// <summary>(2 artanh(√z)/√z − 2)/z for z ≤ 1/9; error of the formula 2^−59 or 2^−33.</summary>
    [MethodImpl(Inline)]
    private static TVector ArtanhSeries(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(0.083399733153264062201), square, 0.13300972792100580687);
            even = MultiplyAdd(even, square, 0.1818174393683946522);
            even = MultiplyAdd(even, square, 0.28571428547870335662);
            even = MultiplyAdd(even, square, 0.66666666666666304694);
            var odd = MultiplyAdd(TSimd.Constant(0.17018888834052371183), square, 0.12106104917250409232);
            odd = MultiplyAdd(odd, square, 0.15386559842077495014);
            odd = MultiplyAdd(odd, square, 0.22222223969100668243);
            odd = MultiplyAdd(odd, square, 0.40000000000157039738);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.2430097017407890798), square, 0.28616872211549832082);
            even = MultiplyAdd(even, square, 0.66666675610231466347);
            var odd = MultiplyAdd(TSimd.Constant(0.21427715486566440542), square, 0.39998878500948736781);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }
}
