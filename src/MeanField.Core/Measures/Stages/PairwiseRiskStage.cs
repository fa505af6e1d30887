using MeanField.Core.Measures.Risks.Gaussian;
using MeanField.Core.Particles;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Stages;

/// <summary>The exact risk from all pairs of neurons, under laws of Gaussian inputs.</summary>
internal sealed class PairwiseRiskStage(
    ExperimentSpec spec, GaussianTarget target, int dimension, int particleLength)
    : RowStage((int)spec.Network.Particles, particleLength)
{
    public override Observation Describe(Observation observation) =>
        ExactRisk.Add(observation, GaussianRisk.Of(target, Neurons(Rows)));

    private Ridge[] Neurons(ReadOnlySpan<double> rows)
    {
        var network = spec.Network;
        var (function, scale) = (new RidgeFunction(network.Activation), NetworkScale.Of(network));
        var start = new InitialParticles(network, spec.Seed, dimension);
        var neurons = new Ridge[network.Particles];
        for (var i = 0; i < neurons.Length; i++)
        {
            var row = rows.Slice(i * ParticleLength, ParticleLength);
            var amplitude = network.Amplitude.Trained ? row[dimension] : start.Amplitude(i);
            var bias = network.Bias.Trained ? row[^1] : start.Bias(i);
            neurons[i] = new Ridge(scale * amplitude, function, row[..dimension].ToArray(), bias);
        }
        return neurons;
    }
}
