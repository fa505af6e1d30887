using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>
    /// erf x = x P(x²)/Q(x²), the minimax rational function on the interval outside of which erf is ±1 to the last
    /// bit; relative error of the formula 2^−54 or 2^−25.
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Erf(TVector x)
    {
        var bound = TSimd.Constant(IsDouble ? 5.93 : 3.93);
        var t = TSimd.Clamp(x, TSimd.Negate(bound), bound);
        var z = TSimd.Multiply(t, t);
        var ratio = TSimd.Divide(TSimd.Multiply(t, ErfNumerator(z)), ErfDenominator(z));
        return TSimd.Clamp(ratio, TSimd.Constant(-1), TSimd.Constant(1));
    }

    [MethodImpl(Inline)]
    private static TVector ErfNumerator(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(1.5716143926136022951e-17), square, 3.3364253888814777772e-12);
            even = MultiplyAdd(even, square, 6.7590912125281520646e-9);
            even = MultiplyAdd(even, square, 3.9000071420300905051e-6);
            even = MultiplyAdd(even, square, 0.00085559967263586640369);
            even = MultiplyAdd(even, square, 0.066119396256416735989);
            even = MultiplyAdd(even, square, 1.1283791670955125403);
            var odd = MultiplyAdd(TSimd.Constant(2.2271032001993753196e-14), square, 1.7195541599689230749e-10);
            odd = MultiplyAdd(odd, square, 1.6945492554224383504e-7);
            odd = MultiplyAdd(odd, square, 0.000056936311483149492747);
            odd = MultiplyAdd(odd, square, 0.0068888986857252794626);
            odd = MultiplyAdd(odd, square, 0.22016033752919926791);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.00028480751048257800198), square, 0.052790088697772096073);
            even = MultiplyAdd(even, square, 1.1283791459533435215);
            var odd = MultiplyAdd(TSimd.Constant(2.0419834039718186673e-6), square, 0.0037795485091825311346);
            odd = MultiplyAdd(odd, square, 0.19078235317297831521);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }

    [MethodImpl(Inline)]
    private static TVector ErfDenominator(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(8.8523275107684112084e-16), square, 2.549173244872524154e-11);
            even = MultiplyAdd(even, square, 3.5150697216181262338e-8);
            even = MultiplyAdd(even, square, 0.000015496835764943039528);
            even = MultiplyAdd(even, square, 0.0025645327294225613949);
            even = MultiplyAdd(even, square, 0.13474524004664125606);
            even = MultiplyAdd(even, square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(3.3193328349848285701e-13), square, 1.1244279970652076882e-9);
            odd = MultiplyAdd(odd, square, 8.349159111713337919e-7);
            odd = MultiplyAdd(odd, square, 0.00022607262330076097506);
            odd = MultiplyAdd(odd, square, 0.021985196090055941879);
            odd = MultiplyAdd(odd, square, 0.52844535236847458616);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.0011651987371108107501), square, 0.11425690935266560724);
            even = MultiplyAdd(even, square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(0.000038004153908191532483), square, 0.01499731194628952858);
            odd = MultiplyAdd(odd, square, 0.50240917953451790035);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }
}
