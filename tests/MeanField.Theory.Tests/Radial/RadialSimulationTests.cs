using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MeanField.Theory.Activations;

namespace MeanField.Theory.Tests.Radial;

/// <summary>A second method: neurons in R^d themselves, moved by gradients that are averaged over fresh
/// samples.</summary>
public class RadialSimulationTests
{
    private const int Dimension = 12;
    private const int Neurons = 500;
    private const int Samples = 200;

    private readonly MersenneTwister _random = new(20251);
    private readonly ScalarFunction _activation = Activation.Of(Experiments.Ramp);

    [Fact]
    public void Neurons_in_the_full_space_follow_the_radial_dynamics()
    {
        const double Step = 0.02;
        var weights = Vectors(Neurons, 0.8 / Math.Sqrt(Dimension));
        for (var k = 0; k < 25; k++)
            Descend(weights, Step);

        var (risk, deviation) = Risk(weights, samples: 4000);
        var theory = Experiments.Radial(Dimension).Solve(0.5).Points[0].Risk;
        // test error, fluctuation of the start over neurons (4 Var Ψ/N, about (2/√N)²) and the Euler step
        var tolerance = 3 * Math.Sqrt(deviation * deviation / 4000 + 4.0 / Neurons) + Step;
        Assert.Equal(theory, risk, tolerance);
        Assert.InRange(tolerance, 0, 0.3 * (Experiments.Radial(Dimension).Solve(0).Points[0].Risk));
    }

    private void Descend(double[][] weights, double step)
    {
        var gradients = weights.Select(w => new double[w.Length]).ToArray();
        for (var m = 0; m < Samples; m++)
        {
            var (x, y) = Sample();
            var activations = weights.Select(w => Dot(w, x)).ToArray();
            var residual = y - activations.Average(_activation.Value);
            for (var i = 0; i < weights.Length; i++)
                Add(gradients[i], residual * _activation.Slope(activations[i]) / Samples, x);
        }
        for (var i = 0; i < weights.Length; i++)
            Add(weights[i], 2 * step, gradients[i]);
    }

    private (double Mean, double Deviation) Risk(double[][] weights, int samples)
    {
        var losses = Enumerable.Range(0, samples).Select(_ => Sample()).Select(sample =>
            Math.Pow(sample.Y - weights.Average(w => _activation.Value(Dot(w, sample.X))), 2)).ToArray();
        var mean = losses.Average();
        return (mean, Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean))));
    }

    private (double[] X, double Y) Sample()
    {
        var y = _random.NextBoolean() ? 1.0 : -1.0;
        return (Vectors(1, 1 + 0.8 * y)[0], y);
    }

    private double[][] Vectors(int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(
            _ => Normal.Samples(_random, 0, scale).Take(Dimension).ToArray())];

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double[] to, double factor, double[] what)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += factor * what[i];
    }
}
