using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>Experiments that the tests vary.</summary>
internal static class Specs
{
    /// <summary>The activation of the main example: −2.5 up to ½, 7.5 from 1½ on.</summary>
    public static ActivationSpec Ramp { get; } = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]);

    public static ExperimentSpec With(
        long particles, ActivationSpec activation, DataSpec data, ulong seed = 1, int samples = 2000) => new()
        {
            Name = "test",
            Seed = seed,
            Network = new NetworkSpec { Particles = particles, Activation = activation },
            Data = data,
            Training = new TrainingSpec { StepSize = 1e-3, Horizon = 1 },
            Observe = new ObserveSpec { TestSamples = samples },
        };

    /// <summary>N = 800, d = 40, Δ = 0.8, w ~ N(0, 0.8²/d I).</summary>
    public static ExperimentSpec MainExample(ulong seed) =>
        With(800, Ramp, new IsotropicGaussiansData(40, 0.8), seed, 1).Starting(0.8);

    public static ExperimentSpec Starting(this ExperimentSpec spec, double scale) =>
        spec.Changed(network => network with { Weights = new() { Initial = new GaussianWeights(scale) } });

    public static ExperimentSpec Changed(this ExperimentSpec spec, Func<NetworkSpec, NetworkSpec> change) =>
        spec with { Network = change(spec.Network) };

    public static double Column(this Observation observation, string name) =>
        observation.Columns.Single(column => column.Name == name).Value;
}
