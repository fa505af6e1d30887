namespace MeanField.Theory.Tests.ExactSolutions;

/// <summary>Deviations of noisy linear neurons are an autoregression whose variance is known at every step.</summary>
public sealed class NoisyLinearNeuronTests
{
    private const int Neurons = 4000;
    private const int Dimension = 3;
    private const double Decay = 0.3;
    private const double Beta = 8;
    private const double Step = 0.01;
    private const double StartScale = 0.5;

    /// <summary>v_{k+1} = (1 − 2λs)² v_k + c s/β with c = 4 (PDE-consistent) or 2 (as printed).</summary>
    [Theory]
    [InlineData(NoiseConvention.PdeConsistent, 4, 1)]
    [InlineData(NoiseConvention.PdeConsistent, 4, 203)]
    [InlineData(NoiseConvention.AsPrinted, 2, 203)]
    public void The_variance_of_deviations_follows_its_recursion(NoiseConvention convention, double c, int steps)
    {
        var variance = StartScale * StartScale / Dimension;
        for (var k = 0; k < steps; k++)
            variance = (1 - 2 * Decay * Step) * (1 - 2 * Decay * Step) * variance + c * Step / Beta;

        using var simulation = new Simulation(Spec(convention, steps));
        simulation.Advance(steps);
        var particles = simulation.Particles();
        var mean = Simulation.Mean(particles);
        var measured = particles.Sum(p => p.Zip(mean, (value, m) => (value - m) * (value - m)).Sum())
            / (Dimension * (Neurons - 1.0));
        // the sample variance of Gaussians has relative standard deviation √(2/degrees of freedom)
        var tolerance = 4.5 * variance * Math.Sqrt(2.0 / (Dimension * (Neurons - 1.0)));
        Assert.InRange(measured, variance - tolerance, variance + tolerance);
    }

    private static ExperimentSpec Spec(NoiseConvention convention, int steps) => new()
    {
        Name = "noisy-linear",
        Seed = 5,
        Network = new()
        {
            Particles = Neurons,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(StartScale) },
        },
        Data = new LinearTeacherData(Dimension, null, 0.1),
        Training = new()
        {
            StepSize = Step,
            Horizon = Step * steps,
            WeightDecay = Decay,
            InverseTemperature = Beta,
            Noise = convention,
        },
        Observe = new() { TestSamples = 10 },
    };
}
