namespace MeanField.Theory.Tests.FokkerPlanck;

/// <summary>tanh(θ) against the constant y = 0.6, with noise and decay.</summary>
internal static class LineExperiments
{
    public const double Target = 0.6;
    public const double Beta = 10;
    public const double Decay = 0.2;

    public static ExperimentSpec Tanh(
        WeightLaw? start = null, NoiseConvention noise = NoiseConvention.PdeConsistent) => new()
        {
            Name = "noisy-tanh",
            Network = new NetworkSpec
            {
                Particles = 4000,
                Activation = new TanhActivation(),
                Weights = new WeightsSpec { Initial = start ?? new GaussianWeights(1) },
            },
            Data = new ConstantData([1], Target),
            Training = new TrainingSpec
            {
                StepSize = 1e-3,
                Horizon = 1,
                WeightDecay = Decay,
                InverseTemperature = Beta,
                Noise = noise,
            },
        };
}
