namespace MeanField.Theory.FokkerPlanck;

/// <summary>The numbers of noisy dynamics, whatever the cells.</summary>
/// <param name="OutputScale">α.</param>
/// <param name="GradientFactor">g, times the rate of the weights.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Diffusion">κ: 2/β, or 1/β as printed.</param>
public sealed record NoisyTerms(
    double OutputScale, double GradientFactor, double WeightDecay, double Diffusion)
{
    private const double Deviations = 6;

    public static NoisyTerms Of(ExperimentSpec spec) => new(
        spec.Network.OutputScale,
        spec.Training.GradientFactor * spec.Training.Rates.Weights,
        spec.Training.WeightDecay,
        NoiseStrength.Of(spec.Training) / 2);

    public CellProblem On(ICells cells, CellModes modes) =>
        new(cells, modes, OutputScale, GradientFactor, WeightDecay, Diffusion);

    /// <summary>How far a coordinate goes under decay and noise alone: an Ornstein–Uhlenbeck law's
    /// tails.</summary>
    public double Reach(double furthest, double variance, double elapsed) =>
        1 + furthest + Deviations * Deviation(variance, elapsed);

    /// <summary>√variance of the Ornstein–Uhlenbeck law, started at that variance.</summary>
    public double Deviation(double variance, double elapsed)
    {
        var rate = 4 * WeightDecay;
        var saturation = rate * elapsed < 1e-12 ? elapsed : (1 - Math.Exp(-rate * elapsed)) / rate;
        return Math.Sqrt(variance + 2 * Diffusion * saturation);
    }
}
