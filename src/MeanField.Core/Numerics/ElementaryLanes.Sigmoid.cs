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

    /// <summary>
    /// ln(1 + e^x) = max(x, 0) + ln(1 + e), e = e^−|x|, ln(1 + e) = 2 artanh(s/2) with s = 2e/(2+e).
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Softplus(TVector x)
    {
        var e = ExpNotPositive(TSimd.Negate(TSimd.Abs(x)));
        var s = TSimd.Divide(e, MultiplyAdd(e, TSimd.Constant(0.5), 1));
        var z = TSimd.Multiply(s, s);
        var log = TSimd.MultiplyAdd(TSimd.Multiply(s, z), ArtanhSeries(z), s);
        var positive = TSimd.Select(TSimd.GreaterThan(TSimd.Zero, x), TSimd.Zero, x);
        return TSimd.Add(positive, log);
    }

    /// <summary>(2 artanh(√z/2)/√z − 1)/z for z ≤ 4/9; error of the formula 2^−59 or 2^−33.</summary>
    [MethodImpl(Inline)]
    private static TVector ArtanhSeries(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(1.5907236700680554e-7), square, 4.0591347632142885e-6);
            even = MultiplyAdd(even, square, 8.8778046566598951e-5);
            even = MultiplyAdd(even, square, 0.00223214285530237);
            even = MultiplyAdd(even, square, 0.083333333333332881);
            var odd = MultiplyAdd(TSimd.Constant(8.1152385874044281e-8), square, 9.2362250650409006e-7);
            odd = MultiplyAdd(odd, square, 1.8782421682223505e-5);
            odd = MultiplyAdd(odd, square, 0.00043402781189649743);
            odd = MultiplyAdd(odd, square, 0.012500000000049075);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.00011865708092811967), square, 0.0022356931415273306);
            even = MultiplyAdd(even, square, 0.083333344512789333);
            var odd = MultiplyAdd(TSimd.Constant(0.00041851006809700079), square, 0.01249964953154648);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }
}
