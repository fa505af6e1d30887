using MathNet.Numerics;
using MeanField.Theory.Activations;
using MeanField.Theory.Kernels;

namespace MeanField.Theory.Tests.Kernels;

public class PairKernelTests
{
    private static readonly JointNormal Law = new(0.3, -0.4, 0.9, 0.35, 1.6);

    private static readonly ActivationSpec Ramp =
        new PiecewiseLinearActivation([[-0.5, 1], [0.2, -2], [1.5, 3]]);

    private static readonly ActivationSpec Cubic = new PolynomialActivation([0.5, -1, 0.3, 0.2]);

    public static TheoryData<ActivationSpec, ActivationSpec> Pairs => new()
    {
        { Ramp, Ramp },
        { new ReluActivation(), new ErfActivation() },
        { new ErfActivation(), new ErfActivation() },
        { new SineActivation(), new SineActivation() },
        { Ramp, Cubic },
        { new QuadraticActivation(), new SineActivation() },
        { new TanhActivation(), Ramp },
        { new SigmoidActivation(0.4), new SoftplusActivation() },
    };

    public static TheoryData<ActivationSpec, ActivationSpec> ClosedAndSmooth => new()
    {
        { new ErfActivation(), new ErfActivation() },
        { new ErfActivation(), Ramp },
        { new SineActivation(), new SineActivation() },
        { Cubic, new QuadraticActivation() },
        { Cubic, Ramp },
        { new SineActivation(), new LinearActivation() },
    };

    [Theory]
    [MemberData(nameof(ClosedAndSmooth))]
    public void Closed_forms_agree_with_quadrature(ActivationSpec first, ActivationSpec second)
    {
        var (closed, sum) = (PairKernels.Of(first, second), PairKernels.ByQuadrature(first, second, 96));
        Assert.True(closed.InClosedForm);
        Assert.False(sum.InClosedForm);
        for (var p = 0; p <= 4; p++)
            for (var q = 0; p + q <= 4; q++)
                Assert.Equal(sum.Moment(Law, p, q), closed.Moment(Law, p, q), 1e-10);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_moment_grows_with_means_and_covariances_as_the_next_moments_say(
        ActivationSpec first, ActivationSpec second)
    {
        const double Step = 1e-5;
        var kernel = PairKernels.Of(first, second);
        for (var p = 0; p <= 2; p++)
            for (var q = 0; p + q <= 2; q++)
            {
                double Slope(Func<double, JointNormal> along) =>
                    (kernel.Moment(along(Step), p, q) - kernel.Moment(along(-Step), p, q)) / (2 * Step);
                double byMean = Slope(h => Law with { MeanU = Law.MeanU + h });
                double byCovariance = Slope(h => Law with { Covariance = Law.Covariance + h });
                double byVariance = Slope(h => Law with { VarianceU = Law.VarianceU + h });
                Assert.Equal(kernel.Moment(Law, p + 1, q), byMean, 1e-7);
                Assert.Equal(kernel.Moment(Law, p + 1, q + 1), byCovariance, 1e-7);
                Assert.Equal(kernel.Moment(Law, p + 2, q) / 2, byVariance, 1e-7);
            }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_kernel_is_symmetric_under_exchange(ActivationSpec first, ActivationSpec second) =>
        Assert.Equal(
            PairKernels.Of(first, second).Moment(Law, 2, 1),
            PairKernels.Of(second, first).Moment(Law.Swapped, 1, 2),
            1e-11);

    [Fact]
    public void Two_ramps_agree_with_a_sum_over_one_number()
    {
        // E σ(u) E(σ(v) | u): a corner leaves the squared spacing
        var sigma = Activation.Of(Ramp).Value;
        var sum = new ConditionalPair((t, _) => sigma(t), StepSum.Of(Ramp)!, nodes: 20_000);
        Assert.Equal(sum.Moment(Law, 0, 0), PairKernels.Of(Ramp, Ramp).Moment(Law, 0, 0), 1e-6);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.9)]
    [InlineData(1.0)]
    public void The_known_kernels_of_centred_numbers_are_met(double cosine)
    {
        const double Variance = 1.3, Other = 0.6;
        var covariance = cosine * Math.Sqrt(Variance * Other);
        var law = new JointNormal(0, 0, Variance, covariance, Other);
        double Of(ActivationSpec spec, int p = 0, int q = 0) => PairKernels.Of(spec, spec).Moment(law, p, q);
        var angle = Math.Acos(cosine);

        var relu = Math.Sqrt(Variance * Other) / (2 * Math.PI)
            * (Math.Sin(angle) + (Math.PI - angle) * Math.Cos(angle));
        Assert.Equal(relu, Of(new ReluActivation()), 1e-12);
        Assert.Equal((Math.PI - angle) / (2 * Math.PI), Of(new ReluActivation(), 1, 1), 1e-12);
        var erf = 2 / Math.PI * Math.Asin(covariance / Math.Sqrt((1 + Variance) * (1 + Other)));
        Assert.Equal(erf, Of(new ErfActivation()), 1e-12);
        Assert.Equal(Variance * Other + 2 * covariance * covariance, Of(new QuadraticActivation()), 1e-12);
    }

    [Theory]
    [InlineData(0.3, 0.3, 1)]
    [InlineData(-0.7, 0.2, 1)]
    [InlineData(0.4, 0.5, -1)]
    [InlineData(-0.4, 0.1, -1)]
    public void Numbers_that_are_one_another_up_to_sign_keep_their_kernel(double m, double n, int sign)
    {
        // their covariance is ±1 only to round-off, which once put half of the mass in a wrong quadrant
        var law = new JointNormal(m, n, 0.1 + 0.2, sign * 0.3, 0.3);
        var single = Integrate.OnClosedInterval(
            u => Math.Max(m + u, 0) * Math.Max(n + sign * u, 0) * Math.Exp(-u * u / 0.6)
                / Math.Sqrt(0.6 * Math.PI),
            -5,
            5,
            1e-12);
        var relu = new ReluActivation();
        Assert.Equal(single, PairKernels.Of(relu, relu).Moment(law, 0, 0), 1e-5);
    }

    [Theory]
    [InlineData(0.7, 1.4)]
    [InlineData(-2.1, 0.3)]
    [InlineData(0, 5)]
    public void Owens_function_agrees_with_its_defining_integral(double h, double a)
    {
        var integral = Integrate.OnClosedInterval(
            x => Math.Exp(-h * h * (1 + x * x) / 2) / (1 + x * x), 0, a, 1e-13) / (2 * Math.PI);
        Assert.Equal(integral, OwenT.Of(h, a), 1e-12);
        Assert.Equal(-integral, OwenT.Of(h, -a), 1e-12);
    }
}
