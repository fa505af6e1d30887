using System.Runtime.Intrinsics;
using CsCheck;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Tests.Numerics;

/// <summary>The bits of a function's value do not depend on how many lanes are computed at a time.</summary>
public class ElementaryWidthTests
{
    private const int Length = 32;

    public static TheoryData<string> Functions =>
        new("exp", "log", "tanh", "erf", "sin", "cos", "sigmoid", "softplus");

    private static readonly Gen<double> AnyDouble = Gen.OneOf(
        Gen.Double, Gen.Double[-50, 50], Gen.Double[-1, 1], Gen.Double.Special);

    private static readonly Gen<float> AnySingle = Gen.OneOf(
        Gen.Float, Gen.Float[-50, 50], Gen.Float[-1, 1], Gen.Float.Special);

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_double_has_the_same_bits_at_every_width(string function) => AnyDouble.Array[Length].Sample(x =>
    {
        var narrow = Bits(LaneFunctions<Simd128<double>, Vector128<double>, double>.Map(function, x));
        Assert.Equal(narrow, Bits(LaneFunctions<Simd256<double>, Vector256<double>, double>.Map(function, x)));
        Assert.Equal(narrow, Bits(LaneFunctions<Simd512<double>, Vector512<double>, double>.Map(function, x)));
        Assert.Equal(narrow, Bits(Array.ConvertAll(x, Scalar(function))));
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_single_has_the_same_bits_at_every_width(string function) => AnySingle.Array[Length].Sample(x =>
    {
        var narrow = Bits(LaneFunctions<Simd128<float>, Vector128<float>, float>.Map(function, x));
        Assert.Equal(narrow, Bits(LaneFunctions<Simd256<float>, Vector256<float>, float>.Map(function, x)));
        Assert.Equal(narrow, Bits(LaneFunctions<Simd512<float>, Vector512<float>, float>.Map(function, x)));
    });

    [Fact]
    public void Sine_and_cosine_together_are_those_asked_for_alone() => AnyDouble.Sample(x =>
    {
        Elementary<Simd256<double>, Vector256<double>, double>.SinCos(
            Vector256.Create(x), out var sine, out var cosine);
        Assert.Equal(Elementary.Sin(x), sine.ToScalar());
        Assert.Equal(Elementary.Cos(x), cosine.ToScalar());
    });

    /// <summary>Bit patterns; all NaN are one, since their payload is not ours.</summary>
    private static long[] Bits(double[] values) => Array.ConvertAll(
        values, x => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x));

    private static int[] Bits(float[] values) => Array.ConvertAll(
        values, x => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x));

    private static Converter<double, double> Scalar(string function) => function switch
    {
        "exp" => Elementary.Exp,
        "log" => Elementary.Log,
        "tanh" => Elementary.Tanh,
        "erf" => Elementary.Erf,
        "sin" => Elementary.Sin,
        "cos" => Elementary.Cos,
        "sigmoid" => Elementary.Sigmoid,
        "softplus" => Elementary.Softplus,
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
