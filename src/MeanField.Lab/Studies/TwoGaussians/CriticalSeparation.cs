using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory.Radial;
using ScottPlot;

namespace MeanField.Lab.Studies.TwoGaussians;

/// <summary>Below a critical separation one norm is best, above it a law of two.</summary>
public sealed class CriticalSeparation : Claim
{
    private static readonly int[] Dimensions = [20, 40, 80, 160, 320];

    public override string Name => "critical-separation";

    public override string Statement =>
        "Below a critical Δ the best rotation-invariant law is a point mass of |w|, above it is not; the "
        + "critical Δ of dimension d tends to that of d = ∞.";

    public override string Source => "Mei, Montanari, Nguyen (2018), separating isotropic Gaussians";

    public override string Method =>
        "The best point mass and the best law (a convex problem with a certificate, by Frank–Wolfe over "
        + "norms) for the main example's ramp; the critical Δ by bisection on whether another norm has a "
        + "lower ψ.";

    public override Finding Measure(StudyScope scope)
    {
        var dimensions = scope.Pick(Dimensions[..2], Dimensions, [.. Dimensions, 640, 1280]);
        var infinite = Critical(Problem(40).AtInfiniteDimension());
        var critical = scope.Map(dimensions, d => Critical(Problem(d)));
        double[] gaps = [.. critical.Select(value => Math.Abs(value - infinite))];
        double[] separations = [.. Enumerable.Range(0, scope.Pick(4, 37, 73)).Select(i =>
            0.05 + 0.9 * i / (scope.Pick(4, 37, 73) - 1))];
        var finite = Curve(Problem(40), separations, scope);
        var limit = Curve(Problem(40).AtInfiniteDimension(), separations, scope);
        var at40 = critical[Array.IndexOf(dimensions, 40)];
        return new()
        {
            Checks =
            [
                new(
                    "best point − best law at d = 40, 0.03 below the critical Δ",
                    Estimate.Exact(Advantage(Problem(40, at40 - 0.03))),
                    Expectation.AtMost(1e-6)),
                new(
                    "best point − best law at d = 40, 0.03 above it",
                    Estimate.Exact(Advantage(Problem(40, at40 + 0.03))),
                    Expectation.AtLeast(1e-5)),
                new(
                    "exponent in d of |critical Δ − that of d = ∞|",
                    Estimate.Exact(PowerLaw.Exponent([.. dimensions.Select(d => (double)d)], gaps)),
                    Expectation.Near(-1, 0.2)),
            ],
            Remark =
                $"The critical Δ is {FigureNumber.Text(at40)} at d = 40 and {FigureNumber.Text(infinite)} at "
                + "d = ∞.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The least risk against the separation",
                    "Lines: the best law; dashed: the best point mass of |w|. They part at the critical Δ, "
                    + $"{FigureNumber.Text(at40, 3)} at d = 40 and {FigureNumber.Text(infinite, 3)} at d = "
                    + "∞.",
                    new Chart(AxisScale.Linear, AxisScale.Linear)
                        .Line(separations, finite.Best, FigureColors.Observed)
                        .Line(separations, finite.Point, FigureColors.Observed, 1.5f, LinePattern.Dashed)
                        .Line(separations, limit.Best, FigureColors.Theory)
                        .Line(separations, limit.Point, FigureColors.Theory, 1.5f, LinePattern.Dashed)
                        .Label("separation Δ", "risk"),
                    new("d = 40", FigureColors.Observed, KeyMark.Line),
                    new("d = ∞", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["separation", "best40", "point40", "bestInfinite", "pointInfinite"],
                    separations.Select((s, i) => (double[])
                        [s, finite.Best[i], finite.Point[i], limit.Best[i], limit.Point[i]])),
                RawTable.Of(
                    $"{Name}-by-dimension", ["dimension", "criticalSeparation", "distanceFromInfinite"],
                    dimensions.Select((d, i) => (double[])[d, critical[i], gaps[i]])),
            ],
        };
    }

    public static RadialProblem Problem(int dimension, double separation = MainExample.Separation) =>
        RadialReference.ProblemOf(
            MainExample.Spec(1, 1, 0.1, 1).WithDimension(dimension).WithSeparation(separation));

    private static (double[] Best, double[] Point) Curve(
        RadialProblem problem, double[] separations, StudyScope scope)
    {
        var optima = scope.Map(separations, separation =>
        {
            var optimum = new OptimalNorms(problem with { Separation = separation });
            return (optimum.Best().Risk, optimum.PointRisk);
        });
        return ([.. optima.Select(o => o.Risk)], [.. optima.Select(o => o.PointRisk)]);
    }

    private static double Advantage(RadialProblem problem)
    {
        var optimum = new OptimalNorms(problem);
        return optimum.PointRisk - optimum.Best().Risk;
    }

    /// <summary>Where some norm first has a lower ψ than the best point mass itself.</summary>
    private static double Critical(RadialProblem problem)
    {
        const double noise = 1e-7;
        var (below, above) = (0.05, 0.95);
        for (var i = 0; i < 24; i++)
        {
            var middle = (below + above) / 2;
            var gap = new OptimalNorms(problem with { Separation = middle }).PointGap;
            (below, above) = gap > noise ? (below, middle) : (middle, above);
        }
        return (below + above) / 2;
    }
}
