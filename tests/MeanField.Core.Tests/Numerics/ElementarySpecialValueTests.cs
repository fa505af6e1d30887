using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// Zeros, infinities, NaN, subnormal numbers and the edges of the range, in double and single.
/// </summary>
public class ElementarySpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Ln2 = 0.69314718055994530942;

    [Theory]
    [InlineData("exp", 0.0, 1.0)]
    [InlineData("exp", Infinity, Infinity)]
    [InlineData("exp", -Infinity, 0.0)]
    [InlineData("exp", 1e4, Infinity)]
    [InlineData("exp", -1e4, 0.0)]
    [InlineData("log", 1.0, 0.0)]
    [InlineData("log", 0.0, -Infinity)]
    [InlineData("log", Infinity, Infinity)]
    [InlineData("log", -1.0, double.NaN)]
    [InlineData("log", -Infinity, double.NaN)]
    [InlineData("tanh", 0.0, 0.0)]
    [InlineData("tanh", Infinity, 1.0)]
    [InlineData("tanh", -Infinity, -1.0)]
    [InlineData("tanh", 20.0, 1.0)]
    [InlineData("erf", 0.0, 0.0)]
    [InlineData("erf", Infinity, 1.0)]
    [InlineData("erf", -Infinity, -1.0)]
    [InlineData("erf", -6.0, -1.0)]
    [InlineData("sin", 0.0, 0.0)]
    [InlineData("sin", Infinity, double.NaN)]
    [InlineData("sin", 1e300, double.NaN)]
    [InlineData("cos", 0.0, 1.0)]
    [InlineData("cos", -Infinity, double.NaN)]
    [InlineData("sigmoid", 0.0, 0.5)]
    [InlineData("sigmoid", Infinity, 1.0)]
    [InlineData("sigmoid", -Infinity, 0.0)]
    [InlineData("softplus", 0.0, Ln2)]
    [InlineData("softplus", Infinity, Infinity)]
    [InlineData("softplus", -Infinity, 0.0)]
    public void A_special_argument_has_its_limit_as_value(string function, double x, double expected) =>
        AssertValue(function, x, expected);

    [Theory]
    [InlineData("exp", 1.0)]
    [InlineData("log", -Infinity)]
    [InlineData("tanh", -0.0)]
    [InlineData("erf", -0.0)]
    [InlineData("sin", -0.0)]
    [InlineData("cos", 1.0)]
    [InlineData("sigmoid", 0.5)]
    [InlineData("softplus", Ln2)]
    public void Negative_zero_keeps_its_sign_in_odd_functions(string function, double expected) =>
        AssertValue(function, -0.0, expected);

    [Theory]
    [MemberData(nameof(ElementaryWidthTests.Functions), MemberType = typeof(ElementaryWidthTests))]
    public void Not_a_number_stays_not_a_number(string function)
    {
        Assert.True(double.IsNaN(Double(function, double.NaN)));
        Assert.True(float.IsNaN(Single(function, float.NaN)));
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("sin")]
    public void A_subnormal_argument_is_its_own_value(string function)
    {
        Assert.Equal(double.Epsilon, Double(function, double.Epsilon));
        Assert.Equal(-3e-310, Double(function, -3e-310));
        Assert.Equal(float.Epsilon, Single(function, float.Epsilon));
        Assert.Equal(-1e-40f, Single(function, -1e-40f));
    }

    [Fact]
    public void Exp_reaches_from_the_smallest_subnormal_to_the_largest_number()
    {
        Assert.Equal(double.Epsilon, Elementary.Exp(-745.1));
        Assert.Equal(0, Elementary.Exp(-745.2));
        Assert.True(double.IsFinite(Elementary.Exp(709.78)));
        Assert.Equal(Infinity, Elementary.Exp(709.79));
        Assert.Equal(float.Epsilon, Single("exp", -103.9f));
        Assert.Equal(0, Single("exp", -104f));
        Assert.True(float.IsFinite(Single("exp", 88.72f)));
        Assert.Equal(float.PositiveInfinity, Single("exp", 88.73f));
    }

    [Fact]
    public void Log_of_a_subnormal_number_is_that_of_its_exponent()
    {
        Assert.Equal(-1074 * Ln2, Elementary.Log(double.Epsilon), 1e-12);
        Assert.Equal(-149 * Ln2, Single("log", float.Epsilon), 1e-4);
    }

    [Fact]
    public void Functions_bounded_by_one_never_exceed_it()
    {
        foreach (var function in new[] { "tanh", "erf", "sin", "cos", "sigmoid" })
        {
            for (var x = -21.0; x < 21; x += 0.0037)
            {
                Assert.True(Math.Abs(Double(function, x)) <= 1, $"{function}({x:R})");
                Assert.True(Math.Abs(Single(function, (float)x)) <= 1, $"{function}({(float)x:R}), single");
            }
        }
    }

    [Fact]
    public void A_power_is_exact_where_its_logarithm_vanishes()
    {
        Assert.Equal(1, Elementary.Pow(3.7, 0));
        Assert.Equal(1, Elementary.Pow(1, 12.5));
        Assert.Equal(Math.Sqrt(2), Elementary.Pow(2, 0.5), 1e-15);
    }

    private static void AssertValue(string function, double x, double expected)
    {
        var (value, single) = (Double(function, x), Single(function, (float)x));
        Assert.Equal(expected, value);
        Assert.Equal((float)expected, single);
        // tells −0 from 0
        Assert.Equal(1 / expected, 1 / value);
        Assert.Equal(1 / (float)expected, 1 / single);
    }

    private static double Double(string function, double x) =>
        LaneFunctions<Simd128<double>, Vector128<double>, double>.Map(function, [x, x])[1];

    private static float Single(string function, float x) =>
        LaneFunctions<Simd128<float>, Vector128<float>, float>.Map(function, [x, x, x, x])[3];
}
