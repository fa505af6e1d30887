using MeanField.Theory.FokkerPlanck;
using MeanField.Theory.Gibbs;

namespace MeanField.Theory.Tests.FokkerPlanck;

public class LineFokkerPlanckTests
{
    private const double Reach = 6;

    /// <summary>The printed noise has half the temperature.</summary>
    [Theory]
    [InlineData(NoiseConvention.PdeConsistent, 1, -2)]
    [InlineData(NoiseConvention.PdeConsistent, 1, 3)]
    [InlineData(NoiseConvention.AsPrinted, 2, 3)]
    public void From_any_start_the_law_settles_in_that_of_Gibbs(
        NoiseConvention noise, double factor, double start)
    {
        var gibbs = Gibbs(factor);
        var grid = new LineGrid(Reach, 800);
        var law = Settled(LineExperiments.Tanh(new FixedWeights([start]), noise), grid);

        var peak = Enumerable.Range(0, grid.Cells).Max(i => gibbs.Density(grid.Center(i)));
        for (var i = 0; i < grid.Cells; i += 7)
            Assert.Equal(gibbs.Density(grid.Center(i)), law.Masses[i] / grid.Width, 1e-4 * peak);
        Assert.Equal(gibbs.Risk, law.Risk, 1e-5);
    }

    [Fact]
    public void A_coarse_grid_has_the_fixed_point_to_round_off() =>
        // the scheme keeps e^{−Φ/κ} at the cells, and sums over equal cells of it are exact beyond all orders
        Assert.Equal(
            Gibbs(1).Risk, Settled(LineExperiments.Tanh(), new LineGrid(Reach, 100)).Risk, 1e-11);

    [Fact]
    public void On_the_way_the_error_falls_as_the_square_of_a_cell()
    {
        double Risk(int cells) => After(LineExperiments.Tanh(), new LineGrid(Reach, cells), 1, 100).Risk;

        var slope = Math.Log2((Risk(100) - Risk(200)) / (Risk(200) - Risk(400)));
        Assert.Equal(2, slope, 0.1);
    }

    [Fact]
    public void The_declared_order_in_time_is_the_measured_one()
    {
        double Risk(int steps) => After(LineExperiments.Tanh(), new LineGrid(Reach, 200), 1, steps).Risk;

        // halving twice: differences shrink as 2 to the order
        var slope = Math.Log2((Risk(200) - Risk(400)) / (Risk(400) - Risk(800)));
        var spec = LineExperiments.Tanh();
        Assert.Equal(References.Choose(spec).Solver!.Order, slope, 0.1);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(10)]
    public void Whatever_the_step_mass_and_positivity_are_kept_and_the_free_energy_falls(double step)
    {
        var law = Start(LineExperiments.Tanh(new SphereWeights(2.5)), new LineGrid(Reach, 300));
        var (energy, first) = (law.FreeEnergy, law.FreeEnergy);
        for (var k = 0; k < 200; k++)
        {
            law.Step(step);
            Assert.Equal(1, law.Masses.Sum(), 1e-12);
            Assert.All(law.Masses, mass => Assert.True(mass >= 0));
            // down, but for the rounding of a sum of 300 terms
            Assert.True(law.FreeEnergy <= energy + 1e-14, $"step {k}: {law.FreeEnergy - energy:g3} up");
            energy = law.FreeEnergy;
        }
        Assert.True(energy < first - 0.1);
    }

    [Fact]
    public void The_free_energy_at_the_fixed_point_is_that_of_the_Gibbs_law()
    {
        var gibbs = Gibbs(1);
        // R/2 + (λ/2)∫θ²ρ − Ent/β, Ent = −∫ρ log ρ
        var entropy = -gibbs.Mean(theta => Math.Log(gibbs.Density(theta)));
        var energy = gibbs.Risk / 2 + LineExperiments.Decay / 2 * gibbs.Mean(theta => theta * theta)
            - entropy / LineExperiments.Beta;
        Assert.Equal(energy, Settled(LineExperiments.Tanh(), new LineGrid(Reach, 400)).FreeEnergy, 1e-4);
    }

    private static ScalarGibbsLaw Gibbs(double factor) => new(
        new TanhActivation(),
        1,
        LineExperiments.Target,
        factor * LineExperiments.Beta,
        LineExperiments.Decay);

    private static CellLaw Start(ExperimentSpec spec, LineGrid grid) => new LineReduction(spec).On(grid);

    private static CellLaw Settled(ExperimentSpec spec, LineGrid grid) =>
        After(spec, grid, duration: 60, steps: 400);

    private static CellLaw After(ExperimentSpec spec, LineGrid grid, double duration, int steps)
    {
        var law = Start(spec, grid);
        for (var k = 0; k < steps; k++)
            law.Step(duration / steps);
        return law;
    }
}
