using MeanField.Theory.Gibbs;

namespace MeanField.Lab.Studies.Ensembles;

/// <summary>One noisy weight, one sample: σ* = tanh θ, y = 0.6, decay and noise.</summary>
internal static class NoisyTanh
{
    public const double Target = 0.6;
    public const double WeightDecay = 0.2;
    public const double InverseTemperature = 10;

    public static TanhActivation Activation { get; } = new();

    /// <summary>ρ*.</summary>
    public static ScalarGibbsLaw Gibbs(double inverseTemperature = InverseTemperature) =>
        new(Activation, 1, Target, inverseTemperature, WeightDecay);

    public static ExperimentSpec Spec(
        ulong seed, int particles, WeightLaw start, double step, double horizon) => new()
        {
            Name = "noisy-tanh",
            Seed = seed,
            Network = new()
            {
                Particles = particles,
                Activation = Activation,
                Weights = new() { Initial = start },
            },
            Data = new ConstantData([1], Target),
            Training = new()
            {
                StepSize = step,
                Horizon = horizon,
                WeightDecay = WeightDecay,
                InverseTemperature = InverseTemperature,
            },
        };
}
