using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MeanField.Theory.Gibbs;

namespace MeanField.Theory.Tests.Gibbs;

public class ScalarGibbsLawTests
{
    private static readonly ScalarGibbsLaw Law = new(new TanhActivation(), 1, 0.6, 10, 0.2);

    [Fact]
    public void The_law_reproduces_its_own_mean()
    {
        Assert.Equal(Law.MeanOutput, Law.Mean(Math.Tanh), 1e-12);
        Assert.Equal(1, Law.Mean(_ => 1), 1e-14);
        Assert.InRange(Law.MeanOutput, 0.01, 0.59);
    }

    [Fact]
    public void The_force_averages_to_zero()
    {
        // integrating ∂ρ* by parts: E[λθ + (m − y)(1 − tanh²θ)] = 0
        double Slope(double theta) => 1 - Math.Pow(Math.Tanh(theta), 2);
        var force = Law.Mean(theta => 0.2 * theta + (Law.MeanOutput - 0.6) * Slope(theta));
        Assert.Equal(0, force, 1e-11);
    }

    [Fact]
    public void Noisy_particles_settle_in_the_law()
    {
        const int Count = 4000;
        const double Step = 0.02;
        var random = new MersenneTwister(11);
        var theta = Normal.Samples(random, 0, 1).Take(Count).ToArray();
        for (var k = 0; k < 1000; k++)
        {
            var residual = 0.6 - theta.Average(Math.Tanh);
            for (var i = 0; i < Count; i++)
                theta[i] += -2 * 0.2 * Step * theta[i]
                    + 2 * Step * residual * (1 - Math.Pow(Math.Tanh(theta[i]), 2))
                    + Math.Sqrt(4 * Step / 10) * Normal.Sample(random, 0, 1);
        }
        // means over Count particles, and an Euler step that biases the variance by a factor 1 + O(λ s)
        var (mean, square) = (Law.Mean(t => t), Law.Mean(t => t * t));
        var deviation = Math.Sqrt(square - mean * mean);
        Assert.Equal(mean, theta.Average(), 4 * deviation / Math.Sqrt(Count) + Step * deviation);
        Assert.Equal(square, theta.Average(t => t * t), 4 * 1.5 * square / Math.Sqrt(Count) + Step * square);
    }

    [Fact]
    public void A_temperature_or_decay_that_has_no_law_is_refused()
    {
        static ScalarGibbsLaw Law(double beta, double lambda) =>
            new(new TanhActivation(), 1, 1, beta, lambda);
        Assert.Throws<ArgumentOutOfRangeException>(() => Law(beta: 0, lambda: 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Law(beta: 1, lambda: 0));
    }
}
