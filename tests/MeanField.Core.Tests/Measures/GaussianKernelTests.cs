using MeanField.Core.Measures.Risks.Gaussian;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>
/// E f(⟨w,x⟩) g(⟨w',x⟩) for x ~ N(0, I), against formulas of their own (theory: Gaussian kernels).
/// </summary>
public class GaussianKernelTests
{
    /// <summary>
    /// From far apart, over the seam between series and closed form, to parallel and opposite.
    /// </summary>
    public static TheoryData<double> Angles() =>
        new(0, 1e-9, 1e-4, 0.01, 0.2, 0.389, 0.391, 0.6, Math.PI / 2, 2, 2.75, 2.76, 3, 3.1415, Math.PI);

    [Theory]
    [MemberData(nameof(Angles))]
    public void Relu_has_the_arc_cosine_kernel(double angle)
    {
        // |w||w'|/(2π) (sin ϑ + (π − ϑ) cos ϑ)
        var expected = 1.3 * 0.7 / (2 * Math.PI) * (Math.Sin(angle) + (Math.PI - angle) * Math.Cos(angle));

        Assert.Equal(expected, Kernel(new ReluActivation(), angle), 11);
    }

    [Theory]
    [MemberData(nameof(Angles))]
    public void Erf_has_the_arcsine_kernel(double angle)
    {
        // (2/π) asin(C₁₂/√((1 + C₁₁)(1 + C₂₂)))
        var inner = 1.3 * 0.7 * Math.Cos(angle) / Math.Sqrt((1 + 1.3 * 1.3) * (1 + 0.7 * 0.7));

        Assert.Equal(2 / Math.PI * Math.Asin(inner), Kernel(new ErfActivation(), angle), 11);
    }

    [Theory]
    [MemberData(nameof(Angles))]
    public void Squares_have_a_polynomial_kernel(double angle)
    {
        // C₁₁C₂₂ + 2C₁₂²
        var covariance = 1.3 * 0.7 * Math.Cos(angle);

        Assert.Equal(1.69 * 0.49 + 2 * covariance * covariance, Kernel(new QuadraticActivation(), angle), 11);
    }

    [Theory]
    [MemberData(nameof(Angles))]
    public void Sines_have_an_exponential_kernel(double angle)
    {
        // E sin u sin v = e^{−(C₁₁ + C₂₂)/2} sinh C₁₂
        var covariance = 1.3 * 0.7 * Math.Cos(angle);

        var expected = Math.Exp(-(1.69 + 0.49) / 2) * Math.Sinh(covariance);
        Assert.Equal(expected, Kernel(new SineActivation(), angle), 11);
    }

    [Theory]
    [MemberData(nameof(Angles))]
    public void The_ramp_agrees_with_quadrature(double angle) =>
        Assert.Equal(ByQuadrature(angle), Kernel(Specs.Ramp, angle), 8);

    [Fact]
    public void A_steep_sigmoid_differs_from_the_step_by_the_square_of_its_width()
    {
        // the step's kernel is (π − ϑ)/(2π); a sigmoid is a step at a random place of variance π²/(3 slope²),
        // and the kernel's second derivative in either place is −c/(2πκ); the next order is the fourth power
        var (angle, slope, other) = (0.3, 1.3 * 40, 0.7 * 40);
        var step = (Math.PI - angle) / (2 * Math.PI);
        var variance = Math.PI * Math.PI / 3 * (1 / (slope * slope) + 1 / (other * other));
        var expected = step - variance / 2 * Math.Cos(angle) / (2 * Math.PI * Math.Sin(angle));

        var kernel = Kernel(new SigmoidActivation(0), angle, 40);
        Assert.InRange(Math.Abs(kernel - expected), 0, 10 * variance * variance);
    }

    /// <summary>From the polarisation E fg = (E(f + g)² − E(f − g)²)/4.</summary>
    private static double Kernel(ActivationSpec activation, double angle, double stretch = 1)
    {
        var function = new RidgeFunction(activation);
        double[] w = [1.3 * stretch, 0];
        double[] other = [0.7 * stretch * Math.Cos(angle), 0.7 * stretch * Math.Sin(angle)];

        double Square(double sign) =>
            new PairSum([new Ridge(1, function, w, 0), new Ridge(sign, function, other, 0)], [1, 1]).Value();
        return (Square(1) - Square(-1)) / 4;
    }

    /// <summary>
    /// ∫ f(1.3 x) E[f(v) | x] φ dx: the inner mean in closed form, the outer by Simpson's rule.
    /// </summary>
    private static double ByQuadrature(double angle)
    {
        var (slope, deviation) = (0.7 * Math.Cos(angle), 0.7 * Math.Abs(Math.Sin(angle)));
        double[] seams = [-12, .. Seams(slope, deviation).Where(x => Math.Abs(x) < 12).Order(), 12];
        double sum = 0;
        foreach (var (low, high) in seams.Zip(seams.Skip(1)))
        {
            const int Panels = 1000;
            var h = (high - low) / Panels;
            for (var i = 0; i <= Panels; i++)
            {
                var weight = i is 0 or Panels ? 1 : 2 + 2 * (i % 2);
                var x = low + i * h;
                sum += weight * h / 3 * NormalLaw.Density(x) * Ramp(1.3 * x) * Smoothed(slope * x, deviation);
            }
        }
        return sum;
    }

    /// <summary>
    /// The kinks of f(1.3 x), and the edges of those of the inner mean, smoothed as they are.
    /// </summary>
    private static IEnumerable<double> Seams(double slope, double deviation)
    {
        foreach (var knot in new[] { 0.5, 1.5 })
        {
            yield return knot / 1.3;
            foreach (var width in new[] { -7, 0, 7 })
                yield return (knot + width * deviation) / slope;
        }
    }

    private static double Ramp(double t) => -2.5 + 10 * Math.Clamp(t - 0.5, 0, 1);

    private static double Smoothed(double mean, double deviation) =>
        -2.5 + 10 * (Excess(mean - 0.5, deviation) - Excess(mean - 1.5, deviation));

    /// <summary>E(m + sZ)₊.</summary>
    private static double Excess(double mean, double deviation) => deviation < 1e-8
        ? Math.Max(0, mean)
        : deviation * NormalLaw.Density(mean / deviation) + mean * NormalLaw.Tail(-mean / deviation);
}
