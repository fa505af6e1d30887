using System.Runtime.Intrinsics;
using MeanField.Core.Numerics;
using Xunit.Abstractions;
using Singles = MeanField.Core.Numerics.Elementary<
    MeanField.Core.Numerics.Simd.Simd128<float>, System.Runtime.Intrinsics.Vector128<float>, float>;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// The largest measured error of each function against <see cref="BigElementary"/>, over wide ranges.
/// </summary>
public class ElementaryAccuracyTests(ITestOutputHelper output)
{
    private const int Samples = 4000;
    private const double Bound = 4;

    private delegate BigReal Truth(BigReal x);

    [Fact]
    public void Exp_is_within_four_ulp() =>
        Check("exp", Elementary.Exp, Singles.Exp, BigElementary.Exp, [-745.2, 709.8], [-103.9, 88.72]);

    [Fact]
    public void Log_is_within_four_ulp()
    {
        Check("log", Elementary.Log, Singles.Log, BigElementary.Log, [0, 1e300], [0, 3e38]);
        Check("log", Elementary.Log, Singles.Log, BigElementary.Log, [0.3, 3], [0.3, 3]);
    }

    [Fact]
    public void Tanh_is_within_four_ulp()
    {
        Check("tanh", Elementary.Tanh, Singles.Tanh, BigElementary.Tanh, [-22, 22], [-10, 10]);
        Check("tanh", Elementary.Tanh, Singles.Tanh, BigElementary.Tanh, [-1, 1], [-1, 1]);
    }

    [Fact]
    public void Erf_is_within_four_ulp()
    {
        Check("erf", Elementary.Erf, Singles.Erf, BigElementary.Erf, [-6.5, 6.5], [-4.5, 4.5]);
        Check("erf", Elementary.Erf, Singles.Erf, BigElementary.Erf, [-1, 1], [-1, 1]);
    }

    [Fact]
    public void Sin_is_within_four_ulp()
    {
        Check("sin", Elementary.Sin, Singles.Sin, BigElementary.Sin, [-10, 10], [-10, 10]);
        Check("sin", Elementary.Sin, Singles.Sin, BigElementary.Sin, [-3.5e13, 3.5e13], [-65536, 65536]);
    }

    [Fact]
    public void Cos_is_within_four_ulp()
    {
        Check("cos", Elementary.Cos, Singles.Cos, BigElementary.Cos, [-10, 10], [-10, 10]);
        Check("cos", Elementary.Cos, Singles.Cos, BigElementary.Cos, [-3.5e13, 3.5e13], [-65536, 65536]);
    }

    [Fact]
    public void Sine_and_cosine_are_accurate_next_to_their_zeros()
    {
        var worst = 0.0;
        for (var k = 1; k <= 2000; k++)
        {
            var zero = k * (Math.PI / 2);
            foreach (var x in new[] { Math.BitDecrement(zero), zero, Math.BitIncrement(zero) })
            {
                worst = Math.Max(worst, UlpError.OfDouble(Elementary.Sin(x), BigElementary.Sin(x)));
                worst = Math.Max(worst, UlpError.OfDouble(Elementary.Cos(x), BigElementary.Cos(x)));
            }
        }
        Assert.True(worst <= Bound, $"{worst} ulp");
    }

    [Fact]
    public void Sigmoid_is_within_four_ulp() => Check(
        "sigmoid", Elementary.Sigmoid, Singles.Sigmoid, BigElementary.Sigmoid, [-746, 60], [-104, 30]);

    [Fact]
    public void Softplus_is_within_four_ulp()
    {
        Check("softplus", Elementary.Softplus, Singles.Softplus, BigElementary.Softplus,
            [-746, 800], [-104, 120]);
        Check("softplus", Elementary.Softplus, Singles.Softplus, BigElementary.Softplus,
            [-5, 5], [-5, 5]);
    }

    private void Check(
        string name, Func<double, double> function, Func<Vector128<float>, Vector128<float>> single,
        Truth truth, double[] range, double[] singleRange)
    {
        var (worst, at) = Worst(range, x => UlpError.OfDouble(function(x), truth(x)));
        output.WriteLine($"{name}, double on [{range[0]}, {range[1]}]: {worst:F3} ulp at {at:R}");
        Assert.True(worst <= Bound, $"{name}({at:R}) is {worst} ulp off");
        (worst, at) = Worst(singleRange, x => SingleError((float)x));
        output.WriteLine($"{name}, single on [{singleRange[0]}, {singleRange[1]}]: {worst:F3} ulp at {at:R}");
        Assert.True(worst <= Bound, $"{name}({at:R}), single, is {worst} ulp off");

        double SingleError(float x) => UlpError.OfSingle(single(Vector128.Create(x)).ToScalar(), truth(x));
    }

    /// <summary>
    /// Half of the arguments uniform in the range, half with uniform exponents down to its 2⁻⁴⁰th part.
    /// </summary>
    private static (double Error, double At) Worst(double[] range, Func<double, double> error)
    {
        var random = new Random(1);
        var worst = (Error: 0.0, At: 0.0);
        for (var i = 0; i < Samples; i++)
        {
            var x = range[0] + (range[1] - range[0]) * random.NextDouble();
            if (i % 2 == 1)
                x *= Math.Pow(2, -40 * random.NextDouble());
            var e = error(x);
            if (!(e <= worst.Error))
                worst = (e, x);
        }
        return worst;
    }
}
