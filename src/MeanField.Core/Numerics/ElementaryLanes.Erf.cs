using System.Runtime.CompilerServices;

namespace MeanField.Core.Numerics;

public static partial class Elementary<TSimd, TVector, T>
{
    /// <summary>
    /// erf x = x + x S(x²) up to ½, then 1 − e^{−x²} P(x)/Q(x), where the complement is small enough for its
    /// own rounding errors not to matter.
    /// </summary>
    [MethodImpl(Inline)]
    public static TVector Erf(TVector x)
    {
        // from here on erf is 1 to the last bit
        var size = AtMost(TSimd.Abs(x), IsDouble ? 5.93 : 3.93);
        var z = TSimd.Multiply(size, size);
        var inner = TSimd.MultiplyAdd(size, ErfSeries(z), size);
        SplitExp(TSimd.Negate(z), out var power, out var fraction);
        var exponential = TSimd.MultiplyAdd(power, fraction, power);
        var numerator = TSimd.Multiply(exponential, ErfcNumerator(size));
        var complement = TSimd.Divide(numerator, ErfcDenominator(size));
        var outer = TSimd.Subtract(TSimd.Constant(1), complement);
        return CopySign(TSimd.Select(TSimd.GreaterThan(size, TSimd.Constant(0.5)), outer, inner), x);
    }

    /// <summary>erf(√z)/√z − 1, √z ≤ ½; error of the formula 2^−57 or 2^−29.</summary>
    [MethodImpl(Inline)]
    private static TVector ErfSeries(TVector z)
    {
        var square = TSimd.Multiply(z, z);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(1.4722887242932547993e-6), square,
                0.00012053323151546381695);
            even = MultiplyAdd(even, square, 0.0052239773700816081038);
            even = MultiplyAdd(even, square, 0.11283791670924773058);
            even = MultiplyAdd(even, square, 0.12837916709551256946);
            var odd = MultiplyAdd(TSimd.Constant(-0.000014845553020726181707), square,
                -0.00085482975016475755191);
            odd = MultiplyAdd(odd, square, -0.026866170632701629369);
            odd = MultiplyAdd(odd, square, -0.37612638903183466658);
            return TSimd.MultiplyAdd(odd, z, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.0047178943191946099393), square, 0.11282822257443676907);
            even = MultiplyAdd(even, square, 0.12837916556603383854);
            var odd = MultiplyAdd(TSimd.Constant(-0.026757142572616128071), square, -0.37612608550401244362);
            return TSimd.MultiplyAdd(odd, z, even);
        }
    }

    /// <summary>
    /// P and Q: e^{x²} erfc x = P(x)/Q(x) from ½ on, a minimax rational function with weight e^{−x²}/erf x;
    /// error of the formula 2^−60 or 2^−27.
    /// </summary>
    [MethodImpl(Inline)]
    private static TVector ErfcNumerator(TVector x)
    {
        var square = TSimd.Multiply(x, x);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(0.0017675199584274488565), square, 0.13945392522775581142);
            even = MultiplyAdd(even, square, 1.1152121373495052774);
            even = MultiplyAdd(even, square, 1.0000000000520205532);
            var odd = MultiplyAdd(TSimd.Constant(0.023008871970934038899), square, 0.49903254904496576803);
            odd = MultiplyAdd(odd, square, 1.4947601399055378982);
            return TSimd.MultiplyAdd(odd, x, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(0.20018902781391478283), square, 1.0001162044854155587);
            var odd = TSimd.Constant(0.68830216733151263972);
            return TSimd.MultiplyAdd(odd, x, even);
        }
    }

    [MethodImpl(Inline)]
    private static TVector ErfcDenominator(TVector x)
    {
        var square = TSimd.Multiply(x, x);
        if (IsDouble)
        {
            var even = MultiplyAdd(TSimd.Constant(0.040782640855777130975), square, 0.90498729584893051396);
            even = MultiplyAdd(even, square, 3.0751078776373308149);
            even = MultiplyAdd(even, square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(0.0031328335077526944031), square, 0.24873419567136033386);
            odd = MultiplyAdd(odd, square, 2.0980337205694196656);
            odd = MultiplyAdd(odd, square, 2.6231393078906117338);
            return TSimd.MultiplyAdd(odd, x, even);
        }
        else
        {
            var even = MultiplyAdd(TSimd.Constant(1.2468800156296598494), square, 1.0);
            var odd = MultiplyAdd(TSimd.Constant(0.35229267828122108894), square, 1.8177588798907628697);
            return TSimd.MultiplyAdd(odd, x, even);
        }
    }
}
