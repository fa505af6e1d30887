using System.Runtime.Intrinsics;
using CsCheck;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using Doubles128 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd128<double>, System.Runtime.Intrinsics.Vector128<double>, double>;
using Doubles256 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd256<double>, System.Runtime.Intrinsics.Vector256<double>, double>;
using Doubles512 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd512<double>, System.Runtime.Intrinsics.Vector512<double>, double>;
using Singles128 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd128<float>, System.Runtime.Intrinsics.Vector128<float>, float>;
using Singles256 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd256<float>, System.Runtime.Intrinsics.Vector256<float>, float>;
using Singles512 = MeanField.Core.Tests.Numerics.LaneFunctions<
    MeanField.Core.Numerics.Simd.Simd512<float>, System.Runtime.Intrinsics.Vector512<float>, float>;

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
    public void A_double_has_the_same_bits_at_every_width(string function) =>
        AnyDouble.Array[Length].Sample(x =>
        {
            var narrow = Bits(Doubles128.Map(function, x));
            Assert.Equal(narrow, Bits(Doubles256.Map(function, x)));
            Assert.Equal(narrow, Bits(Doubles512.Map(function, x)));
            Assert.Equal(narrow, Bits(Array.ConvertAll(x, Scalar(function))));
        });

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_single_has_the_same_bits_at_every_width(string function) =>
        AnySingle.Array[Length].Sample(x =>
        {
            var narrow = Bits(Singles128.Map(function, x));
            Assert.Equal(narrow, Bits(Singles256.Map(function, x)));
            Assert.Equal(narrow, Bits(Singles512.Map(function, x)));
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
