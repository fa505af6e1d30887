using MathNet.Numerics.LinearRegression;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.TwoGaussians;

/// <summary>Anisotropic Gaussians: SGD tends to the equation of two norms as N grows.</summary>
public sealed class AnisotropicLimit : Claim
{
    private const int Dimension = 40;
    private const int Signal = 20;

    private static readonly double[] Times = [0, 0.05, 0.1, 0.2, 0.3];

    public override string Name => "anisotropic";

    public override string Statement =>
        "For Gaussians that differ on some coordinates only, SGD follows the equation of the weights' two "
        + "norms.";

    public override string Source =>
        "Mei, Montanari, Nguyen (2018), anisotropic Gaussians; the reduction is derived here";

    public override string Method =>
        "d = 40, of which 20 carry the signal, Δ = 0.8, ε = 10⁻⁵: mean closed-form risk over seeds for "
        + "three N, continued to N = ∞ by a line in 1/N, against the two-norm equation.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>([25, 50], [50, 100, 200], [100, 200, 400]);
        var step = scope.Pick(1e-3, 1e-5, 1e-5);
        double[] fine = [.. Enumerable.Range(0, 31).Select(i => 0.01 * i)];
        fine = scope.Pick(Times, fine, fine);
        var curve = Limit.Of(Spec(1, 1, step), fine, scope.Cancellation);
        double[] risks = [.. Times.Select(time => curve.MinBy(point => Math.Abs(point.Time - time))!.Risk)];
        var runs = sizes.Select(size => scope.Replicate(
            scope.Pick(4, 60, 300), seed => Risks(Spec(seed, size, step)))).ToArray();
        var continued = Times.Select((_, i) => Bootstrap.Of(
            [.. runs.Select(run => run.Select(risks => risks[i]).ToArray())],
            samples => Intercept(sizes, samples))).ToArray();
        var chart = new Chart(AxisScale.Linear, AxisScale.Linear)
            .Line(fine, [.. curve.Select(point => point.Risk)], FigureColors.Theory);
        double[] smallest = [.. Times.Select((_, i) => runs[0].Average(run => run[i]))];
        chart.Dots(Times, smallest, FigureColors.Observed, 6, hollow: true);
        chart.Measured(Times, continued, FigureColors.Observed).Label("time t", "risk");
        return new()
        {
            Checks =
            [
                .. Times.Select((time, i) => new Check(
                    $"risk continued to N = ∞ over the limit's, t = {FigureNumber.Text(time)}",
                    continued[i].Map(r => r / risks[i]),
                    Expectation.Near(1, 0.02))),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Anisotropic Gaussians: SGD and the equation of two norms",
                    $"Circles: mean risk over seeds at N = {sizes[0]}. Dots: continued to N = ∞, with "
                    + "intervals. Line: the equation of two norms.",
                    chart,
                    new($"N = {sizes[0]}", FigureColors.Observed, KeyMark.HollowDots),
                    new("continued to N = ∞", FigureColors.Observed, KeyMark.Dots),
                    new("two norms", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["time", "continued", "low", "high", "limit"],
                    Times.Select((t, i) => (double[])
                        [t, continued[i].Value, continued[i].Low, continued[i].High, risks[i]])),
            ],
        };
    }

    private static double Intercept(int[] sizes, IReadOnlyList<double[]> samples) => SimpleRegression.Fit(
        [.. sizes.Select(size => 1.0 / size)], [.. samples.Select(draws => draws.Average())]).A;

    private static double[] Risks(ExperimentSpec spec)
    {
        using var run = new ParticleRun(spec);
        return [.. Times.Select(time =>
        {
            run.AdvanceTo(time);
            return run.ExactRisk();
        })];
    }

    private static ExperimentSpec Spec(ulong seed, int particles, double step) =>
        MainExample.Spec(seed, particles, step, Times[^1]) with
        {
            Data = new AnisotropicGaussiansData(Dimension, MainExample.Separation, Signal),
        };
}
