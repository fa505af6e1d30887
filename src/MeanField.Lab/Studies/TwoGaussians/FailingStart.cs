using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.TwoGaussians;

/// <summary>A non-monotone activation: whether SGD learns hangs on the scale of its start.</summary>
public sealed class FailingStart : Claim
{
    private const int Dimension = 320;
    private const double Separation = 0.5;
    private const double Late = 3;

    // stuck, every neuron is 0: f = −2.5, R = 1 + 2.5²; learned, R is about 0
    private const double Middle = 3.6;

    private const double Small = 0.1;
    private const double Large = 0.4;

    private static readonly PiecewiseLinearActivation Activation = new([[0, -2.5], [0.5, -4], [1.5, 7.5]]);

    public override string Name => "failing-start";

    public override string Statement =>
        "With the non-monotone activation of the failing example, SGD from a small start gets stuck, from a "
        + "larger one it learns; the scale at which it turns is that of the limit.";

    public override string Source => "Mei, Montanari, Nguyen (2018), the failing example";

    public override string Method =>
        "d = 320, Δ = ½: risk of the radial limit at t = 3 against the scale κ of the start, at d = 320 and "
        + "d = ∞, the turn by bisection; SGD at κ = 0.1 and 0.4 beside the limit at t = 0.2.";

    public override Finding Measure(StudyScope scope)
    {
        double[] scales = [.. Enumerable.Range(0, scope.Pick(3, 33, 65)).Select(i =>
            0.05 + 0.4 * i / (scope.Pick(3, 33, 65) - 1))];
        double[] infinite = [.. scope.Map(scales, s => LateRisk(Problem(s).AtInfiniteDimension(), scope))];
        var tiny = scope.Effort == Effort.Tiny;
        double[] finite = tiny ? infinite : scope.Map(scales, s => LateRisk(Problem(s), scope));
        var turns = scope.Map([true, false], limit => Turn(limit || tiny, scope));
        var (particles, step) = (scope.Pick(50, 400, 800), scope.Pick(1e-3, 2e-6, 1e-6));
        var time = scope.Pick(0.01, 0.2, 0.2);
        var runs = scope.Map([Small, Large], s => Sgd(Spec(s, particles, step, time), time, scope));
        var chart = new Chart(AxisScale.Linear, AxisScale.Linear)
            .Line(scales, infinite, FigureColors.Theory)
            .Dots(scales, finite, FigureColors.Observed, size: 6)
            .Label("scale κ of the start", "risk of the limit at t = 3");
        return new()
        {
            Checks =
            [
                new(
                    "risk of the limit at t = 3 from κ = 0.1, d = 320",
                    Estimate.Exact(finite.Zip(scales).MinBy(pair => Math.Abs(pair.Second - Small)).First),
                    Expectation.AtLeast(0.9)),
                new(
                    "risk of the limit at t = 3 from κ = 0.4, d = 320",
                    Estimate.Exact(finite.Zip(scales).MinBy(pair => Math.Abs(pair.Second - Large)).First),
                    Expectation.AtMost(0.3)),
                new(
                    "|turning scale of d = 320 − that of d = ∞|",
                    Estimate.Exact(Math.Abs(turns[1] - turns[0])),
                    Expectation.AtMost(0.02)),
                new(
                    "largest |R_N / R − 1| of SGD at t = 0.2",
                    Estimate.Exact(runs.Max(run => Math.Abs(run.Sgd / run.Limit - 1))),
                    Expectation.AtMost(0.1)),
            ],
            Remark = $"The limit turns at κ = {FigureNumber.Text(turns[1], 3)} for d = 320 and at "
                + $"{FigureNumber.Text(turns[0], 3)} for d = ∞.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The scale of the start decides",
                    "Risk of the limit at t = 3 against the scale of its start. Line: d = ∞. Dots: d = 320.",
                    chart,
                    new("d = 320", FigureColors.Observed, KeyMark.Dots),
                    new("d = ∞", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["scale", "riskFinite", "riskInfinite"],
                    scales.Select((s, i) => (double[])[s, finite[i], infinite[i]])),
                RawTable.Of(
                    $"{Name}-sgd", ["scale", "risk", "limit"],
                    runs.Select((run, i) => (double[])[i == 0 ? Small : Large, run.Sgd, run.Limit])),
            ],
        };
    }

    private static (double Sgd, double Limit) Sgd(ExperimentSpec spec, double time, StudyScope scope)
    {
        using var run = new ParticleRun(spec);
        run.AdvanceTo(time);
        return (run.ExactRisk(), Limit.Of(spec, [time], scope.Cancellation)[0].Risk);
    }

    private static double LateRisk(RadialProblem problem, StudyScope scope)
    {
        var flow = new RadialFlow(problem, level: 0);
        flow.Advance(Late, scope.Cancellation);
        return flow.Risk;
    }

    // the scale at which the late risk crosses the middle between stuck and learned
    private static double Turn(bool infinite, StudyScope scope)
    {
        var (below, above) = (0.05, 0.45);
        for (var i = 0; i < scope.Pick(4, 10, 14); i++)
        {
            var middle = (below + above) / 2;
            var problem = infinite ? Problem(middle).AtInfiniteDimension() : Problem(middle);
            (below, above) = LateRisk(problem, scope) > Middle ? (middle, above) : (below, middle);
        }
        return (below + above) / 2;
    }

    private static RadialProblem Problem(double scale) => RadialReference.ProblemOf(Spec(scale, 1, 0.1, 1));

    private static ExperimentSpec Spec(double scale, int particles, double step, double horizon) => new()
    {
        Name = "failing",
        Network = new()
        {
            Particles = particles,
            Activation = Activation,
            Weights = new() { Initial = new GaussianWeights(scale) },
        },
        Data = new IsotropicGaussiansData(Dimension, Separation),
        Training = new() { StepSize = step, Horizon = horizon },
        Observe = new() { TestSamples = 2 },
        Compute = new() { Window = 32 },
    };
}
