using MeanField.Core.Particles;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Particles;

public class InitialParticlesTests
{
    private const int Particles = 10_000;
    private const int Dimension = 5;

    [Fact]
    public void Gaussian_weights_have_variance_scale_squared_over_d()
    {
        var squares = Weights(new GaussianWeights(0.8)).Select(w => w.Sum(value => value * value)).ToArray();

        // |w|² = (0.64/d) χ²_d: mean 0.64, variance 0.64² · 2/d
        Near(0.64, squares.Average(), 0.64 * Math.Sqrt(2.0 / Dimension / Particles));
        Near(0, Weights(new GaussianWeights(0.8)).Average(w => w[4]), 0.8 / Math.Sqrt(Dimension * Particles));
    }

    [Fact]
    public void Weights_on_a_sphere_have_its_radius_and_no_direction()
    {
        var weights = Weights(new SphereWeights(3)).ToArray();

        Assert.All(weights, w => Assert.Equal(9, w.Sum(value => value * value), 12));
        for (var k = 0; k < Dimension; k++)
            Near(0, weights.Average(w => w[k]), 3 / Math.Sqrt(Dimension * Particles));
    }

    [Fact]
    public void Given_weights_are_taken_as_they_are()
    {
        Assert.All(Weights(new FixedWeights([1, 2, 3, 4, 5])).Take(3), w => Assert.Equal([1, 2, 3, 4, 5], w));
        Assert.Equal([6, 7, 8, 9, 0], Weights(new RowWeights([[1, 2, 3, 4, 5], [6, 7, 8, 9, 0]])).ElementAt(1));
    }

    [Fact]
    public void Scalars_follow_their_laws_independently_of_each_other()
    {
        var network = Network(new GaussianWeights(1)) with
        {
            Amplitude = new() { Initial = new GaussianScalar(2) },
            Bias = new() { Initial = new UniformScalar(-1, 3) },
        };
        var start = new InitialParticles(network, 3, Dimension);
        var amplitudes = Enumerable.Range(0, Particles).Select(i => start.Amplitude(i)).ToArray();
        var biases = Enumerable.Range(0, Particles).Select(i => start.Bias(i)).ToArray();

        Near(0, amplitudes.Average(), 2 / Math.Sqrt(Particles));
        Near(4, amplitudes.Average(a => a * a), 4 * Math.Sqrt(2.0 / Particles));
        Assert.All(biases, b => Assert.InRange(b, -1, 3));
        Near(1, biases.Average(), 4 / Math.Sqrt(12.0 * Particles));
        Near(0, amplitudes.Zip(biases, (a, b) => a * (b - 1)).Average(), 2 * 4 / Math.Sqrt(12.0 * Particles));
    }

    [Fact]
    public void Listed_scalars_are_one_per_particle()
    {
        var network = Network(new GaussianWeights(1)) with { Bias = new() { Initial = new ListedScalar([4, 5]) } };

        Assert.Equal(5, new InitialParticles(network, 3, Dimension).Bias(1));
    }

    private static NetworkSpec Network(WeightLaw law) => new()
    {
        Particles = Particles,
        Activation = new ReluActivation(),
        Weights = new() { Initial = law },
    };

    private static IEnumerable<double[]> Weights(WeightLaw law)
    {
        var start = new InitialParticles(Network(law), seed: 3, Dimension);
        return Enumerable.Range(0, Particles).Select(i =>
        {
            var w = new double[Dimension];
            start.Weights(i, w);
            return w;
        });
    }

    private static void Near(double expected, double actual, double standardDeviation) =>
        Assert.InRange(actual, expected - 5 * standardDeviation, expected + 5 * standardDeviation);
}
