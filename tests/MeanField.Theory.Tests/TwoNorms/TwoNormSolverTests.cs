using MeanField.Theory.Integration;
using MeanField.Theory.Radial;
using MeanField.Theory.TwoNorms;

namespace MeanField.Theory.Tests.TwoNorms;

public class TwoNormSolverTests
{
    [Fact]
    public void Without_separation_any_split_of_the_coordinates_gives_the_isotropic_solution()
    {
        // the data are then isotropic, and the two methods share neither reduction nor discretisation
        double[] times = [0, 0.02, 0.2];
        var isotropic = (Experiments.Radial() with { Separation = 0 }).Solve(times);
        var split = Solve(Problem(40, 12, separation: 0), times);
        Assert.InRange(split.ErrorEstimate, 1e-9, 1e-3);
        for (var i = 0; i < times.Length; i++)
        {
            var (expected, point) = (isotropic.Points[i], split.Points[i]);
            Assert.Equal(expected.Risk, point.Risk, 2 * split.ErrorEstimate);
            Assert.Equal(Column(expected, "weightNormMean"), Column(point, "weightNormMean"), 1e-3);
            Assert.Equal(Column(expected, "weightNormVariance"), Column(point, "weightNormVariance"), 1e-3);
            // what n lattice points leave open on one side of a curve
            var discrepancy = Math.Pow(point.WeightNorm!.Weights.Length, -2.0 / 3);
            foreach (var r in new[] { 0.5, 0.7, 0.8, 0.9 })
                Assert.Equal(expected.WeightNorm!.Cumulative(r), point.WeightNorm.Cumulative(r), discrepancy);
        }
    }

    [Fact]
    public void A_signal_in_every_coordinate_is_the_isotropic_problem_at_infinite_dimension()
    {
        var isotropic = Experiments.Radial().AtInfiniteDimension().Solve(0, 0.3, 1);
        var split = Solve(Problem(40, 40).AtInfiniteDimension(), 0, 0.3, 1);
        Assert.All(
            isotropic.Points.Zip(split.Points),
            pair => Assert.Equal(pair.First.Risk, pair.Second.Risk, 1e-6));
    }

    [Fact]
    public void High_dimensions_approach_the_limit_of_infinite_dimension_as_one_over_d()
    {
        const double Time = 0.3;
        var limit = Solve(Problem(40, 10).AtInfiniteDimension(), Time).Points[0].Risk;
        var gaps = new[] { 160, 640 }
            .Select(d => Solve(Problem(d, d / 4), Time).Points[0].Risk - limit).ToArray();

        Assert.InRange(Math.Abs(gaps[1]), 1e-5, 1e-2);
        Assert.Equal(4, gaps[0] / gaps[1], 0.3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_declared_order_in_time_is_the_measured_one(bool infinite)
    {
        // quadratic neurons: the table of their profile is exact, and has no corners for long steps to meet
        var problem = new TwoNormProblem(
            Experiments.Radial() with { Activation = new QuadraticActivation(), Amplitude = 0.1 }, 20);
        problem = infinite ? problem.AtInfiniteDimension() : problem;
        var exact = StateAfter(problem, 800);
        var slope = Math.Log2(
            Distance(StateAfter(problem, 96), exact) / Distance(StateAfter(problem, 192), exact));

        Assert.Equal(new TwoNormSolver(problem, new ObserveSpec()).Order, slope, 0.1);
    }

    [Fact]
    public void The_risk_at_the_start_is_that_of_Gaussian_pre_activations()
    {
        // ⟨w, x⟩ | x is normal with deviation κ|x|/√d, |x|² = τ²χ₁² + χ₂²: no reduction of the weights
        var data = TwoNormData.Finite(10, 30, 0.8, nodes: 24);
        var q = Profiles.OfNormal(Experiments.Ramp, 1, 0, 0);
        var risk = 0.0;
        for (var k = 0; k < data.Count; k++)
        {
            var norm = Math.Sqrt(data.Signal[k] * data.Signal[k] + data.Rest[k] * data.Rest[k]);
            risk += data.Weights[k] * Math.Pow(data.Targets[k] - q.Value(0.8 / Math.Sqrt(40) * norm), 2);
        }
        var solution = Solve(Problem(40, 10), 0);
        Assert.Equal(risk, solution.Points[0].Risk, solution.ErrorEstimate);
    }

    [Fact]
    public void Signal_weights_grow_past_the_rest()
    {
        var solution = new TwoNormSolver(Problem(40, 20), Observing("w1", "w20", "w21")).Solve([0, 1]);
        double At(int point, string name) => Column(solution.Points[point], name);
        Assert.Equal(At(1, "w1"), At(1, "w20"), 1e-12);
        Assert.Equal(At(0, "w1"), At(0, "w21"), 1e-4);
        // E exp(−w²/2) falls where |w| grows
        Assert.True(At(1, "w1") < At(1, "w21") - 0.01);
        Assert.True(At(1, "w1") < At(0, "w1"));
    }

    [Fact]
    public void A_tolerance_out_of_reach_is_refused()
    {
        var solver = new TwoNormSolver(
            Problem(40, 20).AtInfiniteDimension(), new ObserveSpec(), tolerance: 1e-18);
        Assert.True(Assert.Throws<ReferenceToleranceException>(() => solver.Solve([0.1])).Reached > 1e-18);
    }

    private static TwoNormProblem Problem(int dimension, int signal, double separation = 0.8) =>
        new(Experiments.Radial(dimension) with { Separation = separation }, signal);

    private static ReferenceSolution Solve(TwoNormProblem problem, params double[] times) =>
        new TwoNormSolver(problem, new ObserveSpec()).Solve(times);

    private static ObserveSpec Observing(params string[] coordinates) => new()
    {
        TestFunctions =
            [.. coordinates.Select(w => new TestFunctionSpec(w, TestFunctionKind.Gaussian, w, 1))],
    };

    private static double Column(ReferencePoint point, string name) =>
        point.Columns.Single(column => column.Name == name).Value;

    private static double[] StateAfter(TwoNormProblem problem, int steps)
    {
        // every 40th point of the start at d = 40, as many first norms as second ones
        var start = TwoNormStart.Of(problem with { Common = Experiments.Radial() }, level: 0);
        double[] state = [.. start.State.Chunk(start.Masses.Length)
            .SelectMany(norms => norms.Where((_, j) => j % 40 == 20))];
        var masses = Enumerable.Repeat(2.0 / state.Length, state.Length / 2).ToArray();
        DormandPrince.Integrate(problem.Dynamics(0, masses).Velocity, state, 4, steps);
        return state;
    }

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
