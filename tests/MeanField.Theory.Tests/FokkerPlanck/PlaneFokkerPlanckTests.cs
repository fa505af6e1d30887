using MeanField.Theory.FokkerPlanck;
using MeanField.Theory.Moments;

namespace MeanField.Theory.Tests.FokkerPlanck;

public class PlaneFokkerPlanckTests
{
    [Fact]
    public void Two_noisy_linear_weights_have_the_moments_of_their_closed_form()
    {
        var spec = NoisyExperiments.Plane(new GaussianWeights(0.8)) with
        {
            Data = new LinearTeacherData(2, [0.6, -0.4], 0.3),
        };
        spec = spec with { Network = spec.Network with { Activation = new LinearActivation() } };
        double[] times = [0, 0.3];
        var closed = ((LinearReference)References.Choose(spec).Solver!).Solve(times).Points[1];
        var solver = new FokkerPlanckSolver(new PlaneReduction(spec), spec.Training.Schedule, 1e-3);
        var plane = solver.Solve(times);
        Assert.Equal(closed.Risk, plane.Points[1].Risk, 1.5e-3);
        Assert.Equal(
            closed.Column("weightNormSquaredMean"), plane.Points[1].Column("weightNormSquaredMean"), 5e-3);
    }

    [Fact]
    public void Weights_that_no_sample_sees_diffuse_and_the_others_follow_the_line()
    {
        // x = (1, 0): w₁ has the law of a single weight, whatever w₂ does
        var line = LineExperiments.Tanh(new GaussianWeights(1));
        var plane = NoisyExperiments.Plane(new GaussianWeights(Math.Sqrt(2))) with
        {
            Data = new ConstantData([1, 0], LineExperiments.Target),
        };
        double[] times = [0, 0.5];
        var choice = References.Choose(plane);
        Assert.Contains("two dimensions", choice.Solver!.Name);
        Assert.Equal(
            References.Choose(line).Solver!.Solve(times).Points[1].Risk,
            choice.Solver.Solve(times).Points[1].Risk,
            1e-3);
    }

    [Fact]
    public void A_weight_and_its_trained_bias_are_a_plane()
    {
        var spec = LineExperiments.Tanh();
        var trained = new ScalarParameterSpec { Trained = true, Initial = new UniformScalar(-1, 1) };
        spec = spec with { Network = spec.Network with { Bias = trained } };
        var point = References.Choose(spec).Solver!.Solve([0]).Points[0];
        Assert.Equal(1 / 3.0, point.Column("biasSquaredMean"), 1e-3);
        var unequal = spec with { Training = spec.Training with { Rates = new RatesSpec { Bias = 2 } } };
        Assert.Contains("rates differ", References.Choose(unequal).Reason);
    }

    [Fact]
    public void The_error_falls_as_the_square_of_a_cell_and_the_step()
    {
        double Risk(int cells, int steps) => Start(cells).After(0.5, steps).Risk;

        var space = Math.Log2((Risk(32, 10) - Risk(64, 10)) / (Risk(64, 10) - Risk(128, 10)));
        Assert.Equal(2, space, 0.1);
        var time = Math.Log2((Risk(48, 50) - Risk(48, 100)) / (Risk(48, 100) - Risk(48, 200)));
        Assert.Equal(References.Choose(NoisyExperiments.Plane()).Solver!.Order, time, 0.1);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(5)]
    public void Whatever_the_step_mass_and_positivity_are_kept_and_the_free_energy_falls(double step)
    {
        var law = Start(48, new SphereWeights(2));
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

    private static CellLaw Start(int cells, WeightLaw? start = null) =>
        new PlaneReduction(NoisyExperiments.Plane(start))
            .On(new PlaneGrid(new LineGrid(6, cells), new LineGrid(6, cells)), nodes: 8);
}
