using MathNet.Numerics.LinearRegression;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>Later on, too, the mean risk of N neurons lies above the limit by c(t)/N.</summary>
public sealed class WidthBias : Claim
{
    private const double Step = 1e-5;

    private static readonly double[] Times = [0, 0.025, 0.05, 0.1];

    public override string Name => "width-bias";

    public override string Statement => "The mean risk of N neurons lies above the limit by c(t)/N.";

    public override string Source => "The talk, theorem (noiseless dynamics), sup |R_N − R|";

    public override string Method =>
        "Two Gaussians, d = 40, ε = 10⁻⁵: closed-form risks of SGD over seeds, less the radial limit. The "
        + "exponent in N at t = 0.1; c(t) by a line in 1/N, whose intercept takes up what ε adds.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>([25, 50], [25, 50, 100, 200, 400], [25, 50, 100, 200, 400, 800]);
        var step = scope.Pick(1e-3, Step, Step);
        var limit = Limit.Of(MainExample.Spec(1, 1, step, Times[^1]), Times, scope.Cancellation);
        var runs = sizes.Select(size =>
            scope.Replicate(scope.Pick(4, 48, 200), seed => Excess(size, step, seed, limit))).ToArray();
        double[][] At(int time) => [.. runs.Select(run => run.Select(excess => excess[time]).ToArray())];
        double[] widths = [.. sizes.Select(size => (double)size)];
        var chart = PowerLawChart.New().Label("neurons N", "mean risk − limit");
        for (var i = 0; i < Times.Length; i++)
        {
            var means = At(i).Select(draws => Estimate.OfMean(draws)).ToArray();
            var color = RankedSeries.Color(i, Times.Length);
            chart.Slope(widths, [.. means.Select(m => Math.Abs(m.Value))], -1, color);
            chart.Measured(widths, means, color);
        }
        var constants = Times.Select((_, i) =>
            Bootstrap.Of(At(i), draws => Constant(widths, draws))).ToArray();
        return new()
        {
            Checks =
            [
                new(
                    $"exponent in N of the mean excess risk at t = {FigureNumber.Text(Times[^1])}",
                    PowerLaw.Exponent(widths, At(Times.Length - 1), draws => Math.Abs(draws.Average())),
                    Expectation.Near(-1, 0.1)),
                new(
                    "c(0) from the line in 1/N",
                    constants[0],
                    Expectation.Equal(RadialStartBias.Of(Problem), 1.5)),
            ],
            Remark = string.Join(
                ", ",
                Times.Select((t, i) =>
                    $"c({FigureNumber.Text(t)}) = {FigureNumber.Text(constants[i].Value, 3)}"))
                + ": the excess of a finite network falls as it learns.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The mean risk of N neurons lies c(t)/N above the limit",
                    "Dots: mean over seeds of the risk of SGD, less the limit, with intervals. Dashed: "
                    + "slope −1.",
                    chart,
                    RankedSeries.Key([.. Times.Select(t => $"t = {FigureNumber.Text(t)}")], KeyMark.Dots)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "seed", .. Times.Select(t => $"excessAt{FigureNumber.Text(t)}")],
                    sizes.SelectMany((size, i) =>
                        runs[i].Select((excess, r) => (double[])[size, r + 1, .. excess]))),
            ],
        };
    }

    private static RadialProblem Problem => RadialReference.ProblemOf(MainExample.Spec(1, 1, 0.1, 0.1));

    // slope of the mean in 1/N
    private static double Constant(double[] widths, IReadOnlyList<double[]> draws) =>
        SimpleRegression.Fit(
            [.. widths.Select(n => 1 / n)], [.. draws.Select(d => d.Average())]).B;

    private static double[] Excess(
        int particles, double step, ulong seed, IReadOnlyList<ReferencePoint> limit)
    {
        using var run = new ParticleRun(MainExample.Spec(seed, particles, step, Times[^1]));
        return [.. Times.Select((time, i) =>
        {
            run.AdvanceTo(time);
            return run.ExactRisk() - limit[i].Risk;
        })];
    }
}
