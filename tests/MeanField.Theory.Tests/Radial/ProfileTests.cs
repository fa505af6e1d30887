using CsCheck;
using MathNet.Numerics.Integration;
using MeanField.Theory.Activations;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests.Radial;

public class ProfileTests
{
    private static readonly HingeSum Bent =
        HingeSum.Of(new PiecewiseLinearActivation([[-0.7, 1], [0, -2.5], [0.5, -4], [1.5, 7.5]]))!;

    private static readonly Gen<(int Dimension, double S)> Places =
        Gen.Select(Gen.Int[4, 60], Gen.Double[0.05, 12]);

    [Fact]
    public void The_closed_form_on_the_sphere_is_the_integral_over_directions() => Places.Sample(place =>
    {
        var profile = new SphereHinges(Bent, place.Dimension);
        var sigma = Bent.AsFunction();
        Assert.Equal(OverSphere(place, w => sigma.Value(place.S * w)), profile.Value(place.S), 1e-8);
        Assert.Equal(OverSphere(place, w => w * sigma.Slope(place.S * w)), profile.Slope(place.S), 1e-7);
        Assert.Equal(
            OverSphere(place, w => Math.Pow(sigma.Value(place.S * w), 2)), profile.MeanSquare(place.S), 1e-7);
    }, iter: 30, seed: "0000KoGtgSm4");

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    [InlineData(320)]
    public void The_table_reads_as_the_closed_form(int dimension)
    {
        var exact = new SphereHinges(Bent, dimension);
        var table = new TabulatedProfile(exact);
        for (var s = 0.001; s < 30; s += 0.0137)
        {
            Assert.Equal(exact.Value(s), table.Value(s), 2e-8);
            Assert.Equal(exact.Slope(s), table.Slope(s), 2e-7);
        }
    }

    [Fact]
    public void On_large_spheres_the_profile_is_the_normal_one()
    {
        const int Dimension = 100_000;
        var sphere = new SphereHinges(Bent, Dimension);
        var normal = new NormalHinges(Bent);
        foreach (var s in new[] { 0.2, 1.0, 3.0 })
        {
            Assert.Equal(normal.Value(s), sphere.Value(s * Math.Sqrt(Dimension)), 1e-4);
            var slope = sphere.Slope(s * Math.Sqrt(Dimension)) * Math.Sqrt(Dimension);
            Assert.Equal(normal.Slope(s), slope, 1e-4);
        }
    }

    // composite Gauss–Legendre between the corners of σ(Sω)
    private static double OverSphere((int Dimension, double S) place, Func<double, double> f)
    {
        // w = sin φ: the density (1 − w²)^{(d−3)/2} dw has roots at the ends, cos^{d−2} φ dφ is smooth
        double[] edges =
        [
            -Math.PI / 2,
            .. Bent.Knots.Select(t => t / place.S).Where(z => Math.Abs(z) < 1).Select(Math.Asin),
            Math.PI / 2,
        ];
        double Total(Func<double, double> g) => edges.Zip(edges.Skip(1), (low, high) =>
            GaussLegendreRule.Integrate(g, low, high, 256)).Sum();
        double Density(double angle) => Math.Pow(Math.Cos(angle), place.Dimension - 2);
        return Total(angle => f(Math.Sin(angle)) * Density(angle)) / Total(Density);
    }
}
