using MathNet.Numerics.Statistics;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Serial;
using MeanField.Theory.FokkerPlanck;
using MeanField.Theory.Gibbs;
using MeanField.Theory.Moments;

namespace MeanField.Theory.Tests.FokkerPlanck;

public class FokkerPlanckSolverTests
{
    [Theory]
    [InlineData(NoiseConvention.PdeConsistent)]
    [InlineData(NoiseConvention.AsPrinted)]
    public void A_noisy_linear_neuron_has_the_moments_of_its_closed_form(NoiseConvention noise)
    {
        var spec = LineExperiments.Tanh(noise: noise);
        spec = spec with
        {
            Data = new LinearTeacherData(1, [0.8], 0.3),
            Network = spec.Network with { Activation = new LinearActivation() },
        };
        double[] times = [0, 0.2, 0.5];
        var closed = ((LinearReference)References.Choose(spec).Solver!).Solve(times);
        var solution = Solver(spec).Solve(times);
        for (var i = 0; i < times.Length; i++)
        {
            Assert.Equal(closed.Points[i].Risk, solution.Points[i].Risk, 5e-4);
            Assert.Equal(
                Column(closed.Points[i], "weightNormSquaredMean"),
                Column(solution.Points[i], "weightNormSquaredMean"),
                2e-3);
        }
    }

    [Fact]
    public void A_level_of_refinement_lowers_the_error_fourfold_however_short_the_gaps()
    {
        // most gaps are shorter than the first level's step: they, too, are cut in four
        double[] times = [0, .. Enumerable.Range(1, 60).Select(i => 0.004 * i), 0.5];
        var solver = Solver(LineExperiments.Tanh());
        var risks = Enumerable.Range(0, 3).Select(level =>
            solver.Level(level, times, CancellationToken.None).Select(point => point.Risk).ToArray()).ToArray();
        foreach (var i in new[] { 30, 60, 61 })
            Assert.Equal(2, Math.Log2((risks[0][i] - risks[1][i]) / (risks[1][i] - risks[2][i])), 0.1);
    }

    [Fact]
    public void After_a_long_time_the_reference_is_the_Gibbs_law()
    {
        var gibbs = new ScalarGibbsLaw(
            new TanhActivation(), 1, LineExperiments.Target, LineExperiments.Beta, LineExperiments.Decay);
        var solution = References.Choose(LineExperiments.Tanh()).Solver!.Solve([0, 12]);
        var end = solution.Points[1];
        Assert.Equal(gibbs.Risk, end.Risk, 2 * solution.ErrorEstimate + 1e-4);
        Assert.Equal(gibbs.Mean(Math.Abs), Column(end, "weightNormMean"), 1e-3);
        // P(|θ| ≤ 0.7), the jump of the indicator inside one node's cell of the law's quadrature
        var level = gibbs.Mean(theta => Math.Abs(theta) <= 0.7 ? 1 : 0);
        Assert.Equal(level, end.WeightNorm!.Cumulative(0.7), 0.01);
    }

    [Fact]
    public void Many_noisy_neurons_under_SGD_follow_the_equation()
    {
        const int Seeds = 8;
        var spec = LineExperiments.Tanh();
        var point = References.Choose(spec).Solver!.Solve([1]).Points[0];
        var runs = Enumerable.Range(1, Seeds)
            .Select(seed => Final(spec with { Seed = (ulong)seed })).ToArray();

        double[] squares = [.. runs.Select(
            run => run.Columns.Single(column => column.Name == "weightNormSquaredMean").Value)];
        AssertClose(point.Risk, [.. runs.Select(run => run.Risk)], bias: spec.Training.StepSize);
        AssertClose(Column(point, "weightNormSquaredMean"), squares, bias: 2 * spec.Training.StepSize);

        // within four standard errors, and the Euler step's own bias, O(ε)
        static void AssertClose(double expected, double[] measured, double bias)
        {
            var tolerance = 4 * measured.StandardDeviation() / Math.Sqrt(measured.Length) + bias;
            Assert.InRange(tolerance, 0, 0.2 * expected);
            Assert.Equal(expected, measured.Mean(), tolerance);
        }
    }

    [Fact]
    public void One_noisy_weight_has_this_reference_and_three_have_none()
    {
        var one = References.Choose(LineExperiments.Tanh());
        Assert.Contains("Fokker–Planck", one.Solver!.Name);
        var three = References.Choose(
            LineExperiments.Tanh() with { Data = new ConstantData([1, 1, 1], 0.6) });
        Assert.Null(three.Solver);
        Assert.Contains("several coordinates", three.Reason);
    }

    [Fact]
    public void A_tolerance_out_of_reach_is_refused()
    {
        var spec = LineExperiments.Tanh();
        var solver = new FokkerPlanckSolver(
            new LineReduction(spec), spec.Training.Schedule, tolerance: 1e-12);
        Assert.True(Assert.Throws<ReferenceToleranceException>(() => solver.Solve([0.1])).Reached > 1e-12);
    }

    private static FokkerPlanckSolver Solver(ExperimentSpec spec) =>
        new(new LineReduction(spec), spec.Training.Schedule);

    private static double Column(ReferencePoint point, string name) =>
        point.Columns.Single(column => column.Name == name).Value;

    private static Observation Final(ExperimentSpec spec)
    {
        Observation? last = null;
        new SerialEngine(Experiment.Create(spec)).Run(
            fact => last = fact is MeasureObserved observed ? observed.Observation : last,
            CancellationToken.None);
        return last!;
    }
}
