using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;
using MeanField.Theory.Moments;

namespace MeanField.Theory.Tests.Moments;

public class LinearLmsTests
{
    [Fact]
    public void A_constant_step_ends_at_the_stationary_excess()
    {
        var spec = LinearTests.Spec(4, 0.7, new GaussianWeights(1));
        var lms = new LinearLms(spec);
        lms.AdvanceTo(5000);
        Assert.Equal(0.49 + LinearLms.StationaryExcess(0.01, 4, 0.49), lms.ExpectedRisk, 1e-12);
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(1.01, false)]
    public void Steps_below_one_over_d_plus_two_are_stable_and_longer_ones_are_not(double share, bool stable)
    {
        var spec = LinearTests.Spec(4, 0.7, new GaussianWeights(1));
        var step = share / (4 + 2);
        var lms = new LinearLms(spec with { Training = spec.Training with { StepSize = step } });
        lms.AdvanceTo(20_000);
        if (stable)
            Assert.Equal(0.49 + LinearLms.StationaryExcess(step, 4, 0.49), lms.ExpectedRisk, 1e-9);
        else
            Assert.True(lms.ExpectedRisk > 1e6);
    }

    [Fact]
    public void Small_steps_and_many_neurons_approach_the_limit_at_first_order()
    {
        var spec = LinearTests.Noisy(
            LinearTests.Spec(4, 0.7, new GaussianWeights(1)), 0.2, 10, NoiseConvention.PdeConsistent);
        var limit = References.Choose(spec).Solver!.Solve([1]).Points[0].Risk;
        double Gap(double step)
        {
            var lms = new LinearLms(spec with
            {
                Network = spec.Network with { Particles = 1_000_000_000_000 },
                Training = spec.Training with { StepSize = step },
            });
            lms.AdvanceTo((long)Math.Round(1 / step));
            return lms.ExpectedRisk - limit;
        }

        Assert.Equal(1, Math.Log2(Gap(2e-4) / Gap(1e-4)), 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_recursion_is_the_mean_of_simulated_runs(int batch)
    {
        const int Runs = 8_000;
        const int Steps = 12;
        var plain = LinearTests.Spec(3, 0.5, new GaussianWeights(1));
        var spec = LinearTests.Noisy(plain, 0.3, 5, NoiseConvention.AsPrinted) with
        {
            Network = plain.Network with { Particles = 4 },
        };
        spec = spec with { Training = spec.Training with { StepSize = 0.05, Batch = batch } };
        var lms = new LinearLms(spec);
        lms.AdvanceTo(Steps);

        var random = new MersenneTwister(7);
        var ends = Enumerable.Range(0, Runs).Select(_ => Simulate(spec, Steps, random)).ToArray();
        AssertMean(ends.Select(end => end.Risk), lms.ExpectedRisk);
        AssertMean(ends.Select(end => end.Spread), lms.ExpectedSpread);
    }

    private static void AssertMean(IEnumerable<double> samples, double expected)
    {
        var values = samples.ToArray();
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        Assert.Equal(expected, mean, 4 * deviation / Math.Sqrt(values.Length));
    }

    // the update of the specification, spelled out
    private static (double Risk, double Spread) Simulate(ExperimentSpec spec, int steps, Random random)
    {
        Vector<double> Gauss(double scale) =>
            Vector<double>.Build.Dense(3, _ => Normal.Sample(random, 0, scale));
        var (training, n) = (spec.Training, (int)spec.Network.Particles);
        var s = training.StepSize;
        var weights = Enumerable.Range(0, n).Select(_ => Gauss(1 / Math.Sqrt(3))).ToArray();
        for (var k = 0; k < steps; k++)
        {
            var gradient = Vector<double>.Build.Dense(3);
            for (var m = 0; m < training.Batch; m++)
            {
                var x = Gauss(1);
                var y = x[0] + Normal.Sample(random, 0, 0.5);
                gradient += x * ((y - weights.Average(w => w * x)) / training.Batch);
            }
            weights = [.. weights.Select(w => w * (1 - 2 * training.WeightDecay * s) + gradient * (2 * s)
                + Gauss(Math.Sqrt(2 * s / training.InverseTemperature!.Value)))];
        }
        var mean = weights.Aggregate((a, b) => a + b) / n;
        var error = mean - Vector<double>.Build.Dense(3, i => i == 0 ? 1.0 : 0);
        return (0.25 + error * error, weights.Average(w => (w - mean) * (w - mean)));
    }
}
