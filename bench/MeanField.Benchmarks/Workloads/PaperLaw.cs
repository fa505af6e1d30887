using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Workloads;

/// <summary>The isotropic Gaussians of Mei, Montanari, Nguyen (2018) at any size.</summary>
internal static class PaperLaw
{
    public static ExperimentSpec Of(long particles, int dimension, long steps, Precision precision = Precision.Double) => new()
    {
        Name = "bench",
        Network = new()
        {
            Particles = particles,
            Activation = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]),
            Weights = new() { Initial = new GaussianWeights(0.8) },
        },
        Data = new IsotropicGaussiansData(dimension, 0.8),
        Training = new() { StepSize = 1e-6, Horizon = steps * 1e-6 },
        Observe = new() { TestSamples = 2 },
        Compute = new() { Precision = precision },
    };
}
