using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Tests.ExactSolutions;

/// <summary>Quadratic neurons on a quadratic teacher: M = mean θθᵀ closes on itself, for every N.</summary>
public sealed class QuadraticNeuronTests
{
    private const int Dimension = 3;
    private const double Horizon = 0.05;
    private static readonly double[] Teacher = [1, 0.5, 0.25];

    /// <summary>
    /// M' = −8ξ[tr(D) M + D M + M D], D = M − B, R = (tr D)² + 2 tr D². SGD is that flow plus a martingale of
    /// variance O(ε/batch) and a drift of O(ε): the mean over seeds must agree within its own standard error and ε.
    /// </summary>
    [Fact]
    public void The_risk_follows_the_moment_flow_from_the_same_start()
    {
        const int replicates = 24;
        const double step = 2.5e-4;
        var deviations = Enumerable.Range(1, replicates).Select(seed => Deviation((ulong)seed, step)).ToArray();
        var mean = deviations.Average();
        var error = Math.Sqrt(deviations.Average(x => (x - mean) * (x - mean)) / (replicates - 1));
        // the largest rate of the flow is 8·(tr B + 2 max B) = 30: Euler and the Itô term are of relative size 30ε
        var initialRisk = Risk(-Diagonal());
        Assert.InRange(mean, -4 * error - 30 * step * initialRisk, 4 * error + 30 * step * initialRisk);
        Assert.True(error < 0.02 * initialRisk, $"the test has lost its power: standard error {error}");
    }

    [Fact]
    public void The_closed_form_risk_is_that_of_the_second_moment()
    {
        using var simulation = new Simulation(Spec(2, 1e-3));
        simulation.Advance(20);
        var expected = Risk(Moment(simulation.Particles()) - Diagonal());
        Assert.Equal(expected, simulation.Observe("exactRisk"), 1e-12 * Math.Max(1, expected));
    }

    private static double Deviation(ulong seed, double step)
    {
        using var simulation = new Simulation(Spec(seed, step));
        var moment = Moment(simulation.Particles());
        simulation.Advance((long)Math.Round(Horizon / step));
        return Risk(Moment(simulation.Particles()) - Diagonal()) - Risk(Flow(moment) - Diagonal());
    }

    /// <summary>Classical Runge–Kutta, steps far finer than needed.</summary>
    private static Matrix<double> Flow(Matrix<double> moment)
    {
        const int steps = 400;
        const double h = Horizon / steps;
        for (var i = 0; i < steps; i++)
        {
            var k1 = Velocity(moment);
            var k2 = Velocity(moment + h / 2 * k1);
            var k3 = Velocity(moment + h / 2 * k2);
            var k4 = Velocity(moment + h * k3);
            moment += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return moment;
    }

    private static Matrix<double> Velocity(Matrix<double> moment)
    {
        var difference = moment - Diagonal();
        return -8 * (difference.Trace() * moment + difference * moment + moment * difference);
    }

    private static double Risk(Matrix<double> difference) =>
        difference.Trace() * difference.Trace() + 2 * (difference * difference).Trace();

    private static Matrix<double> Diagonal() => Matrix<double>.Build.DenseOfDiagonalArray(Teacher);

    private static Matrix<double> Moment(double[][] particles)
    {
        var moment = Matrix<double>.Build.Dense(Dimension, Dimension);
        foreach (var particle in particles)
        {
            var theta = Vector<double>.Build.Dense(particle);
            moment += theta.OuterProduct(theta) / particles.Length;
        }
        return moment;
    }

    private static ExperimentSpec Spec(ulong seed, double step) => new()
    {
        Name = "quadratic",
        Seed = seed,
        Network = new()
        {
            Particles = 16,
            Activation = new QuadraticActivation(),
            Weights = new() { Initial = new GaussianWeights(0.7) },
        },
        Data = new QuadraticTeacherData([.. Teacher], false),
        Training = new() { StepSize = step, Horizon = Horizon, Batch = 16 },
        Observe = new() { TestSamples = 10 },
        Compute = new() { Window = 16 },
    };
}
