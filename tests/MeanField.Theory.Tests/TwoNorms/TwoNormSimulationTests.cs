using MathNet.Numerics.Statistics;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Serial;

namespace MeanField.Theory.Tests.TwoNorms;

/// <summary>A second method: the serial engine's SGD in R^d, averaged over seeds.</summary>
public class TwoNormSimulationTests
{
    private const int Seeds = 8;
    private const int Neurons = 2000;
    private const double Step = 2e-4;

    [Fact]
    public void Many_neurons_under_SGD_follow_the_dynamics_of_two_norms()
    {
        var reference = References.Choose(Spec(1)).Solver!.Solve([0.3]);
        var runs = Enumerable.Range(1, Seeds).Select(seed => Final(Spec((ulong)seed))).ToArray();

        // the bias of finite width, about 8/N at the start and falling, and that of the step, O(ε d)
        AssertClose(
            reference.Points[0].Risk, [.. runs.Select(run => run.Risk)], 8.0 / Neurons + Step * 24);
        foreach (var name in new[] { "weightNormMean", "weightNormSquaredMean", "first", "last" })
            AssertClose(
                reference.Points[0].Columns.Single(column => column.Name == name).Value,
                [.. runs.Select(run => run.Columns.Single(column => column.Name == name).Value)],
                Step * 24);
    }

    // within four standard errors of the mean over seeds, which must itself be small
    private static void AssertClose(double expected, double[] measured, double bias)
    {
        var tolerance = 4 * measured.StandardDeviation() / Math.Sqrt(measured.Length) + bias;
        Assert.InRange(tolerance, 0, 0.1 * Math.Abs(expected));
        Assert.Equal(expected, measured.Mean(), tolerance);
    }

    private static Observation Final(ExperimentSpec spec)
    {
        Observation? last = null;
        new SerialEngine(Experiment.Create(spec)).Run(
            fact => last = fact is MeasureObserved observed ? observed.Observation : last,
            CancellationToken.None);
        return last!;
    }

    private static ExperimentSpec Spec(ulong seed) => Experiments.IsotropicGaussians(24) with
    {
        Seed = seed,
        Data = new AnisotropicGaussiansData(24, 0.8, 8),
        Network = Experiments.IsotropicGaussians(24).Network with { Particles = Neurons },
        Training = new TrainingSpec { StepSize = Step, Horizon = 0.3 },
        Observe = new ObserveSpec
        {
            Times = [0.3],
            TestSamples = 20_000,
            TestFunctions =
            [
                new("first", TestFunctionKind.Gaussian, "w1", 1),
                new("last", TestFunctionKind.Gaussian, "w24", 1),
            ],
        },
    };
}
