using MeanField.Theory.Population;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Noisy dynamics of one weight: ∂_τ ρ = ∂(ρ ∂Φ) + κ ∂²ρ, Φ = g ψ + λθ².</summary>
/// <param name="Samples">The law of (x, y), as weighted points.</param>
/// <param name="Neuron">σ*(x; θ), θ the weight alone.</param>
/// <param name="Start">Of the weight.</param>
/// <param name="OutputScale">α.</param>
/// <param name="GradientFactor">g: times the rate of the weights; 2 in the talk.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Diffusion">κ: 2/β, or 1/β as printed.</param>
public sealed record LineProblem(
    WeightedSamples Samples,
    RidgeNeuron Neuron,
    WeightLaw Start,
    double OutputScale,
    double GradientFactor,
    double WeightDecay,
    double Diffusion)
{
    private const int Nodes = 48;

    /// <summary>The problem of a specification that has no obstacle.</summary>
    public static LineProblem Of(ExperimentSpec spec) => new(
        SampleQuadrature.Of(spec.Data, spec.Seed, Nodes),
        new RidgeNeuron(spec.Network, 1),
        spec.Network.Weights.Initial,
        spec.Network.OutputScale,
        spec.Training.GradientFactor * spec.Training.Rates.Weights,
        spec.Training.WeightDecay,
        NoiseStrength.Of(spec.Training) / 2);

    /// <summary>Why the dynamics are not those of one noisy weight; null where they are.</summary>
    public static string? Obstacle(ExperimentSpec spec)
    {
        if (spec.Training.InverseTemperature is null)
            return "the dynamics are noiseless";
        if (spec.Network.Amplitude.Trained || spec.Network.Bias.Trained)
            return "amplitudes or biases are trained";
        var obstacle = SampleQuadrature.Obstacle(spec.Data) ?? RidgeNeuron.Obstacle(spec.Network);
        if (obstacle is not null)
            return obstacle;
        return SampleQuadrature.Of(spec.Data, spec.Seed, 1).Dimension > 1
            ? "weights have several coordinates"
            : null;
    }
}
