using MeanField.Theory.FokkerPlanck;

namespace MeanField.Theory.Tests.FokkerPlanck;

public class RadialFokkerPlanckTests
{
    [Theory]
    [InlineData(NoiseConvention.PdeConsistent, 1)]
    [InlineData(NoiseConvention.AsPrinted, 2)]
    public void Without_a_force_of_the_data_the_norm_is_that_of_an_Ornstein_Uhlenbeck_law(
        NoiseConvention noise, double factor)
    {
        // a linear neuron sees nothing of two centred classes: E|w|² = e^{−4λτ}κ² + d(1 − e^{−4λτ})/(βλ)
        const int Dimension = 40;
        const double Time = 0.7;
        var spec = NoisyExperiments.Radial(Dimension, new LinearActivation());
        spec = spec with { Training = spec.Training with { Noise = noise } };
        var choice = References.Choose(spec);
        Assert.Contains("(d − 1)/r", choice.Reason);
        var point = choice.Solver!.Solve([0, Time]).Points[1];
        var kept = Math.Exp(-4 * LineExperiments.Decay * Time);
        var expected = kept + Dimension * (1 - kept) / (factor * 10 * LineExperiments.Decay);
        Assert.Equal(expected, point.Column("weightNormSquaredMean"), 2e-3 * expected);
        Assert.Equal(1, point.Risk, 1e-9);
    }

    [Fact]
    public void In_one_dimension_the_norm_has_the_law_of_the_line()
    {
        var spec = NoisyExperiments.Radial(1, new SoftplusActivation());
        double[] times = [0, 0.4];
        var radial = new FokkerPlanckSolver(new RadialReduction(spec), spec.Training.Schedule).Solve(times);
        var line = new FokkerPlanckSolver(new LineReduction(spec), spec.Training.Schedule).Solve(times);
        Assert.Equal(line.Points[1].Risk, radial.Points[1].Risk, 5e-4);
        Assert.Equal(
            line.Points[1].Column("weightNormMean"), radial.Points[1].Column("weightNormMean"), 2e-3);
    }

    [Fact]
    public void In_two_dimensions_the_norm_has_the_law_of_the_plane()
    {
        var spec = NoisyExperiments.Radial(2, new SoftplusActivation());
        double[] times = [0, 0.2];
        var radial = new FokkerPlanckSolver(new RadialReduction(spec), spec.Training.Schedule).Solve(times);
        var solver = new FokkerPlanckSolver(new PlaneReduction(spec), spec.Training.Schedule, 1e-3);
        var plane = solver.Solve(times);
        Assert.Equal(plane.Points[1].Risk, radial.Points[1].Risk, 1.5e-3);
        Assert.Equal(
            plane.Points[1].Column("weightNormMean"), radial.Points[1].Column("weightNormMean"), 4e-3);
    }

    [Fact]
    public void Much_less_noise_than_force_is_the_noiseless_radial_dynamics()
    {
        var noisy = NoisyExperiments.Radial(40, Experiments.Ramp, beta: 4e4);
        var noiseless = noisy with { Training = noisy.Training with { InverseTemperature = null } };
        var limit = References.Choose(noiseless).Solver!.Solve([0, 0.3]).Points[1];
        var point = References.Choose(noisy).Solver!.Solve([0, 0.3]).Points[1];
        // the noise moves |w|² by 4dτ/β = 1.2e-3
        Assert.Equal(limit.Risk, point.Risk, 5e-3);
    }

    [Fact]
    public void The_error_falls_as_the_square_of_a_cell_and_the_step()
    {
        double Risk(int cells, int steps) => Start(cells).After(0.5, steps).Risk;

        var space = Math.Log2((Risk(300, 20) - Risk(600, 20)) / (Risk(600, 20) - Risk(1200, 20)));
        Assert.Equal(2, space, 0.1);
        var time = Math.Log2((Risk(200, 100) - Risk(200, 200)) / (Risk(200, 200) - Risk(200, 400)));
        var spec = NoisyExperiments.Radial(10, new TanhActivation());
        Assert.Equal(References.Choose(spec).Solver!.Order, time, 0.1);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(5)]
    public void Whatever_the_step_mass_and_positivity_are_kept_and_the_free_energy_falls(double step)
    {
        var law = Start(200);
        var energy = law.FreeEnergy;
        for (var k = 0; k < 60; k++)
        {
            law.Step(step);
            Assert.Equal(1, law.Masses.Sum(), 1e-12);
            Assert.All(law.Masses, mass => Assert.True(mass >= 0));
            Assert.True(law.FreeEnergy <= energy + 1e-13, $"step {k}: {law.FreeEnergy - energy:g3} up");
            energy = law.FreeEnergy;
        }
    }

    private static CellLaw Start(int cells) =>
        new RadialReduction(NoisyExperiments.Radial(10, Experiments.Ramp))
            .On(new RadialGrid(10, 6, cells), nodes: 24);
}
