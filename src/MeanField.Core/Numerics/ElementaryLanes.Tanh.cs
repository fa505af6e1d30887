using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>
    /// tanh x = x P(x²)/Q(x²), the minimax rational function on the interval outside of which tanh is ±1 to the last
    /// bit: one division, no exponential, accurate near 0 by its form; relative error of the formula 2^−62 or 2^−25.
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Tanh(TVector x)
    {
        var bound = TSimd.Constant(IsDouble ? 19.07 : 9.011);
        var t = TSimd.Clamp(x, TSimd.Negate(bound), bound);
        var z = TSimd.Multiply(t, t);
        var ratio = TSimd.Divide(TSimd.Multiply(t, TanhNumerator(z)), TanhDenominator(z));
        return TSimd.Clamp(ratio, TSimd.Constant(-1), TSimd.Constant(1));
    }

    [MethodImpl(Inline)]
    private static TVector TanhNumerator(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(1.7137780720593894454e-26), square, 4.1879450858007345808e-18);
            even = MultiplyAdd(even, square, 7.652731126778611974e-12);
            even = MultiplyAdd(even, square, 8.3140189341829084932e-7);
            even = MultiplyAdd(even, square, 0.0062243451443350030831);
            even = MultiplyAdd(even, square, 0.99999999999999999985);
            var odd = MultiplyAdd(TSimd.Constant(7.0624771893261673237e-22), square, 8.4660490704685039933e-15);
            odd = MultiplyAdd(odd, square, 3.479692533658395572e-9);
            odd = MultiplyAdd(odd, square, 0.00010330512982594833207);
            odd = MultiplyAdd(odd, square, 0.15345714157914404016);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(1.3334677408266149787e-8), square, 0.0034947149052370705704);
            even = MultiplyAdd(even, square, 0.99999997980237638288);
            var odd = MultiplyAdd(TSimd.Constant(0.00002059469878560865465), square, 0.13380290528600611233);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }

    [MethodImpl(Inline)]
    private static TVector TanhDenominator(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(5.0083964902562505307e-24), square, 2.1065922818715384671e-16);
            even = MultiplyAdd(even, square, 1.7709520240656432759e-10);
            even = MultiplyAdd(even, square, 0.000010084471758421383006);
            even = MultiplyAdd(even, square, 0.035154503448494131926);
            even = MultiplyAdd(even, square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(6.4004221140665602407e-20), square, 2.7879770703103828931e-13);
            odd = MultiplyAdd(odd, square, 5.825857607118629747e-8);
            odd = MultiplyAdd(odd, square, 0.00088433025924763939774);
            odd = MultiplyAdd(odd, square, 0.48679047491247737131);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(7.7683921766284353521e-7), square, 0.025873660562497848922);
            even = MultiplyAdd(even, square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(0.00032842062965725493661), square, 0.4671360597341431876);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }
}
