namespace MeanField.Theory.Tests.ExactSolutions;

/// <summary>What the dynamics keeps: names of neurons do not matter, halves of a neuron are as good as the whole.</summary>
public sealed class InvariantTests
{
    private const int Dimension = 4;
    private const int Neurons = 37;

    [Fact]
    public void Permuting_the_neurons_permutes_the_trajectory()
    {
        var start = Start();
        int[] order = [.. Enumerable.Range(0, Neurons).Select(i => i * 8 % Neurons)];
        var plain = Run(Spec(start, Neurons));
        var permuted = Run(Spec([.. order.Select(i => start[i])], Neurons));
        for (var i = 0; i < Neurons; i++)
            AssertClose(plain[order[i]], permuted[i]);
    }

    [Fact]
    public void Splitting_every_neuron_in_two_leaves_the_trajectory_as_it_is()
    {
        var start = Start();
        var plain = Run(Spec(start, Neurons));
        var split = Run(Spec([.. start, .. start], 2 * Neurons));
        for (var i = 0; i < Neurons; i++)
        {
            AssertClose(plain[i], split[i]);
            AssertClose(plain[i], split[Neurons + i]);
        }
    }

    /// <summary>
    /// ReLU, equal rates: a step changes a² − |w|² by (2sr)²(σ² − a²σ'²|x|²) only, so at a fixed time the drift is
    /// of first order in the step size, and nothing in the limit.
    /// </summary>
    [Fact]
    public void ReLU_conserves_a_squared_minus_w_squared_to_first_order_in_the_step()
    {
        var coarse = Drift(4e-3);
        var fine = Drift(1e-3);
        Assert.InRange(coarse / fine, 3, 5);
        Assert.True(fine < 0.02, $"drift {fine}");
    }

    /// <summary>The mean over neurons and seeds of |Δ(a² − |w|²)|, by then.</summary>
    private static double Drift(double step)
    {
        var drift = 0.0;
        const int seeds = 40;
        for (ulong seed = 1; seed <= seeds; seed++)
        {
            using var simulation = new Simulation(ReluSpec(seed, step));
            var before = simulation.Particles();
            simulation.Advance((long)Math.Round(0.4 / step));
            drift += Math.Abs(before.Zip(simulation.Particles(), (b, a) => Balance(a) - Balance(b)).Average()) / seeds;
        }
        return drift;
    }

    private static double Balance(double[] particle) =>
        particle[Dimension] * particle[Dimension] - particle[..Dimension].Sum(w => w * w);

    private static double[][] Run(ExperimentSpec spec)
    {
        using var simulation = new Simulation(spec);
        simulation.Advance(spec.Training.Steps);
        return simulation.Particles();
    }

    private static double[][] Start()
    {
        using var simulation = new Simulation(Spec(null, Neurons));
        return simulation.Particles();
    }

    /// <summary>100 steps of size 0.01: sums in another order differ in the last bits only.</summary>
    private static void AssertClose(double[] expected, double[] actual)
    {
        for (var c = 0; c < expected.Length; c++)
            Assert.Equal(expected[c], actual[c], 1e-12);
    }

    private static ExperimentSpec Spec(double[][]? start, int neurons) => new()
    {
        Name = "invariants",
        Seed = 11,
        Network = new()
        {
            Particles = neurons,
            Activation = new TanhActivation(),
            Weights = new() { Initial = start is null ? new GaussianWeights(2) : Rows(start) },
        },
        Data = new LinearTeacherData(Dimension, null, 0.2),
        Training = new() { StepSize = 0.01, Horizon = 1 },
    };

    private static RowWeights Rows(double[][] start)
    {
        EquatableList<double>[] rows = [.. start.Select(row => new EquatableList<double>(row))];
        return new(new EquatableList<EquatableList<double>>(rows));
    }

    private static ExperimentSpec ReluSpec(ulong seed, double step) => new()
    {
        Name = "relu",
        Seed = seed,
        Network = new()
        {
            Particles = Neurons,
            Activation = new ReluActivation(),
            Weights = new() { Initial = new GaussianWeights(1) },
            Amplitude = new() { Trained = true, Initial = new GaussianScalar(1) },
        },
        Data = new LinearTeacherData(Dimension, null, 0.2),
        Training = new() { StepSize = step, Horizon = 0.4 },
    };
}
