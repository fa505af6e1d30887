using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace MeanField.Theory.Tests.Radial;

/// <summary>The main example's radial dynamics once more, sharing nothing with the solver.</summary>
/// <remarks>
/// Trapezoids over |x| and over the norms of the start, whose densities vanish at both ends; φ by the sum of its
/// slope over a lattice; Runge–Kutta's classical steps of equal length.
/// </remarks>
internal sealed class PlainRadialDynamics
{
    private const int Dimension = 40;
    private const double Separation = 0.8;
    private const double Scale = 0.8;
    private const int DataNodes = 24;

    // of the table of φ and φ′
    private const double Spacing = 0.01;

    private static readonly double Root = Math.Sqrt(Dimension);
    private static readonly (double[] Values, double[] Slopes) Profile = Tabulate(highest: 80);

    private readonly (double Norm, double Target, double Weight)[] _data;
    private readonly double[] _masses;
    private double[] _norms;

    private PlainRadialDynamics(double[] norms, double[] masses)
    {
        (_norms, _masses) = (norms, masses);
        _data = [.. from y in new[] { 1.0, -1.0 }
                    from node in Trapezoids(DataNodes)
                    select ((1 + y * Separation) * node.Place, y, node.Weight / 2)];
    }

    public double Risk => _data.Zip(Residuals(_norms), (x, r) => x.Weight * r * r).Sum();

    /// <summary>∫U(θ,θ)ρ − ∫∫Uρρ.</summary>
    public double Bias => _data.Sum(x => x.Weight * (Mean(x.Norm, v => v * v) - Math.Pow(Mean(x.Norm, v => v), 2)));

    /// <summary>The norms of N(0, κ²/d I) at equal distances.</summary>
    public static PlainRadialDynamics OfTrapezoids(int count)
    {
        var nodes = Trapezoids(count).ToArray();
        return new([.. nodes.Select(n => n.Place * Scale / Root)], [.. nodes.Select(n => n.Weight)]);
    }

    /// <summary>The norms in the middle of so many equal parts of their law.</summary>
    public static PlainRadialDynamics OfEqualMasses(int count) => new(
        [.. Enumerable.Range(0, count).Select(i =>
            Math.Sqrt(2 * Gamma.InvCDF(Dimension / 2.0, 1, (i + 0.5) / count)) * Scale / Root)],
        [.. Enumerable.Repeat(1.0 / count, count)]);

    public void Advance(double duration, int steps)
    {
        var h = duration / steps;
        for (var k = 0; k < steps; k++)
        {
            var k1 = Velocity(_norms);
            var k2 = Velocity(Moved(h / 2, k1));
            var k3 = Velocity(Moved(h / 2, k2));
            var k4 = Velocity(Moved(h, k3));
            _norms = [.. _norms.Select((r, j) => r + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]))];
        }
    }

    private double[] Moved(double h, double[] velocity) => [.. _norms.Zip(velocity, (r, v) => r + h * v)];

    private double[] Residuals(double[] norms) => [.. _data.Select(x =>
        x.Target - norms.Zip(_masses, (r, m) => m * At(r * x.Norm).Value).Sum())];

    private double[] Velocity(double[] norms)
    {
        var residuals = Residuals(norms);
        return [.. norms.Select(r =>
            2 * _data.Zip(residuals, (x, e) => x.Weight * e * x.Norm * At(r * x.Norm).Slope).Sum())];
    }

    // E f(σ(r|x|ω)) over norms and directions, by Gauss–Legendre between the corners of σ
    private double Mean(double length, Func<double, double> f) => _norms.Zip(_masses, (r, mass) =>
    {
        var s = r * length;
        double[] edges =
        [
            -Math.PI / 2,
            .. new[] { 0.5 / s, 1.5 / s }.Where(z => z < 1).Select(Math.Asin),
            Math.PI / 2,
        ];
        double Total(Func<double, double> g) => edges.Zip(edges.Skip(1), (low, high) =>
            GaussLegendreRule.Integrate(a => g(a) * Math.Pow(Math.Cos(a), Dimension - 2), low, high, 32)).Sum();
        return mass * Total(a => f(Math.Clamp(10 * s * Math.Sin(a) - 7.5, -2.5, 7.5))) / Total(_ => 1);
    }).Sum();

    // χ_d
    private static IEnumerable<(double Place, double Weight)> Trapezoids(int count)
    {
        var (low, width) = (Root - 6, 12.0 / count);
        foreach (var r in Enumerable.Range(0, count).Select(i => low + (i + 0.5) * width))
            if (r > 0)
                yield return (r, width * Chi.PDF(Dimension, r));
    }

    // φ(S) = σ(0) + ∫φ′, by Simpson's rule over every cell
    private static (double[] Values, double[] Slopes) Tabulate(double highest)
    {
        var count = (int)(highest / Spacing);
        double[] slopes = [.. Enumerable.Range(0, count).Select(i => SlopeAt(i * Spacing))];
        var values = new double[count];
        values[0] = -2.5;
        for (var i = 1; i < count; i++)
            values[i] = values[i - 1]
                + Spacing / 6 * (slopes[i - 1] + 4 * SlopeAt((i - 0.5) * Spacing) + slopes[i]);
        return (values, slopes);
    }

    // φ′(S) = 10 E ω 1{½ < Sω < 3/2}, an elementary integral
    private static double SlopeAt(double s)
    {
        var constant = Math.Exp(SpecialFunctions.GammaLn(Dimension / 2.0)
            - SpecialFunctions.GammaLn((Dimension - 1) / 2.0)) / Math.Sqrt(Math.PI) / (Dimension - 1);
        double Beyond(double z) => z < 1 ? constant * Math.Pow(1 - z * z, (Dimension - 1) / 2.0) : 0;
        return s > 0 ? 10 * (Beyond(0.5 / s) - Beyond(1.5 / s)) : 0;
    }

    // Hermite's cubic between the lattice's places
    private static (double Value, double Slope) At(double s)
    {
        var i = (int)(s / Spacing);
        var t = s / Spacing - i;
        var (a, b) = (Profile.Values[i], Profile.Values[i + 1]);
        var (p, q) = (Spacing * Profile.Slopes[i], Spacing * Profile.Slopes[i + 1]);
        var (c, e) = (3 * (b - a) - 2 * p - q, 2 * (a - b) + p + q);
        return (a + t * (p + t * (c + t * e)), (p + t * (2 * c + 3 * t * e)) / Spacing);
    }
}
