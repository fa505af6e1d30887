using MeanField.Theory.Moments;
using MeanField.Theory.Population;

namespace MeanField.Theory.Tests.Moments;

public class LinearTests
{
    private static readonly ExperimentSpec Plane =
        Spec(2, 0.3, new RowWeights([[1, -0.5], [0.2, 0.4], [-2, 1]]));

    [Fact]
    public void Without_noise_the_mean_goes_to_the_teacher_at_rate_two()
    {
        var spec = Spec(5, 0.5, new GaussianWeights(0.8));
        var solution = References.Choose(spec).Solver!.Solve([0, 0.7]);

        // R = v + e^{−4τ}|m₀ − θ*|², m₀ = 0, |θ*| = 1
        Assert.Equal(1.25, solution.Points[0].Risk, 1e-14);
        Assert.Equal(0.25 + Math.Exp(-2.8), solution.Points[1].Risk, 1e-14);
        Assert.Equal(0.64, solution.Points[0].Columns.Single().Value, 1e-14);
    }

    [Fact]
    public void The_closed_form_is_the_flow_of_the_particles()
    {
        var spec = Plane with { Training = Plane.Training with { WeightDecay = 0.3 } };
        var closed = References.Choose(spec);
        var particles = ParticleReference.Choose(spec);

        Assert.IsType<LinearReference>(closed.Solver);
        var expected = closed.Solver.Solve([0, 0.5, 2]);
        var flow = particles.Solver!.Solve([0, 0.5, 2]);
        Assert.All(expected.Points.Zip(flow.Points), pair =>
        {
            Assert.Equal(pair.First.Risk, pair.Second.Risk, 1e-6);
            Assert.Equal(
                pair.First.Columns.Single().Value,
                pair.Second.Columns.Single(column => column.Name == "weightNormSquaredMean").Value,
                1e-6);
        });
    }

    [Theory]
    [InlineData(NoiseConvention.PdeConsistent, 1)]
    [InlineData(NoiseConvention.AsPrinted, 0.5)]
    public void Noise_ends_in_the_Gibbs_law_of_its_convention(NoiseConvention convention, double temperature)
    {
        var (lambda, beta) = (0.4, 8.0);
        var spec = Noisy(Spec(3, 0, new GaussianWeights(1)), lambda, beta, convention);
        var end = References.Choose(spec).Solver!.Solve([200]).Points[0];

        // exp(−βΨ): mean θ*/(1 + λ), variance 1/(βλ) per coordinate; half of it as printed
        var squared = 1 / ((1 + lambda) * (1 + lambda)) + 3 * temperature / (beta * lambda);
        Assert.Equal(squared, end.Columns.Single().Value, 1e-12);
        Assert.Equal(Math.Pow(lambda / (1 + lambda), 2), end.Risk, 1e-12);
    }

    [Fact]
    public void Without_decay_noise_spreads_as_four_over_beta()
    {
        var spec = Noisy(Spec(3, 0, new GaussianWeights(1)), 0, 8, NoiseConvention.PdeConsistent);
        var point = References.Choose(spec).Solver!.Solve([2]).Points[0];
        var mean = 1 - Math.Exp(-4);
        Assert.Equal(mean * mean + 1 + 3 * 4.0 / 8 * 2, point.Columns.Single().Value, 1e-12);
    }

    internal static ExperimentSpec Spec(int dimension, double noise, WeightLaw start) => new()
    {
        Name = "linear",
        Network = new NetworkSpec
        {
            Particles = start is RowWeights rows ? rows.Values.Count : 50,
            Activation = new LinearActivation(),
            Weights = new WeightsSpec { Initial = start },
        },
        Data = new LinearTeacherData(dimension, null, noise),
        Training = new TrainingSpec { StepSize = 0.01, Horizon = 1 },
    };

    internal static ExperimentSpec Noisy(
        ExperimentSpec spec, double lambda, double beta, NoiseConvention convention) => spec with
        {
            Training = spec.Training with
            {
                WeightDecay = lambda,
                InverseTemperature = beta,
                Noise = convention,
            },
        };
}
