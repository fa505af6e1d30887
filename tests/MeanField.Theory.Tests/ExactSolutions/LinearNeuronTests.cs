namespace MeanField.Theory.Tests.ExactSolutions;

/// <summary>Linear neurons learn as one least-mean-squares filter: the mean moves, deviations stay.</summary>
public sealed class LinearNeuronTests
{
    private const int Dimension = 5;
    private const int Neurons = 4;
    private const double Noise = 0.5;
    private const double StartScale = 0.8;
    private const double Step = 0.02;
    private const int Steps = 60;

    [Fact]
    public void Deviations_from_the_mean_stay_frozen()
    {
        using var simulation = new Simulation(Spec(1));
        var before = Deviations(simulation.Particles());
        simulation.Advance(Steps);
        var after = Deviations(simulation.Particles());
        // numbers of order 1 through some 60 roundings
        for (var i = 0; i < before.Length; i++)
            Assert.Equal(before[i], after[i], 1e-14);
    }

    /// <summary>E|e_{k+1}|² = (1 − 4s + 4s²(d+2)) E|e_k|² + 4s² d v with E|e_0|² = |θ*|² + tr C₀/N, exactly, for every N and s.</summary>
    [Fact]
    public void The_mean_square_error_follows_the_LMS_recursion()
    {
        const int replicates = 600;
        var expected = 1 + StartScale * StartScale / Neurons;
        for (var k = 0; k < Steps; k++)
            expected = (1 - 4 * Step + 4 * Step * Step * (Dimension + 2)) * expected
                + 4 * Step * Step * Dimension * Noise * Noise;

        var errors = Enumerable.Range(1, replicates).Select(seed => SquaredError((ulong)seed)).ToArray();
        var mean = errors.Average();
        var deviation = Math.Sqrt(errors.Average(e => (e - mean) * (e - mean)));
        Assert.InRange(mean, expected - 4 * deviation / Math.Sqrt(replicates), expected + 4 * deviation / Math.Sqrt(replicates));
    }

    [Fact]
    public void The_closed_form_risk_is_the_noise_plus_the_squared_error()
    {
        using var simulation = new Simulation(Spec(3));
        simulation.Advance(20);
        var error = SquaredError(simulation.Particles());
        Assert.Equal(Noise * Noise + error, simulation.Observe("exactRisk"), 1e-12);
    }

    private static double SquaredError(ulong seed)
    {
        using var simulation = new Simulation(Spec(seed));
        simulation.Advance(Steps);
        return SquaredError(simulation.Particles());
    }

    private static double SquaredError(double[][] particles)
    {
        var mean = Simulation.Mean(particles);
        mean[0] -= 1;
        return mean.Sum(e => e * e);
    }

    private static double[] Deviations(double[][] particles)
    {
        var mean = Simulation.Mean(particles);
        return [.. particles.SelectMany(p => p.Zip(mean, (value, m) => value - m))];
    }

    private static ExperimentSpec Spec(ulong seed) => new()
    {
        Name = "linear",
        Seed = seed,
        Network = new()
        {
            Particles = Neurons,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(StartScale) },
        },
        Data = new LinearTeacherData(Dimension, null, Noise),
        Training = new() { StepSize = Step, Horizon = Step * Steps },
        Observe = new() { TestSamples = 10 },
    };
}
