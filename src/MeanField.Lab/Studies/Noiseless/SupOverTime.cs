using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>The theorem's own quantity: the largest deviation over all times up to T.</summary>
public sealed class SupOverTime : Claim
{
    private const double Horizon = 0.1;

    private static readonly double[] Times = [.. Enumerable.Range(0, 21).Select(i => i * Horizon / 20)];

    public override string Name => "sup-over-time";

    public override string Statement =>
        "sup over k ≤ T/ε of |mean f(θᵏ) − ∫f dρ| and of |R_N − R| is at most of order √(1/N ∨ ε).";

    public override string Source => "The talk, theorem (noiseless dynamics)";

    public override string Method =>
        "Two Gaussians, d = 40, T = 0.1, ε ≪ 1/N: the largest deviation over 21 times, for f = "
        + "tanh 2(|w| − 0.8) and for the closed-form risk, averaged over seeds. Quick: ε = 2·10⁻⁶; "
        + "thorough: ε = 10⁻⁶.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>([25, 50], [25, 50, 100, 200, 400], [25, 50, 100, 200, 400, 800]);
        var step = scope.Pick(5e-4, 2e-6, 1e-6);
        var limit = Limit.Of(MainExample.Spec(1, 1, step, Horizon), Times, scope.Cancellation);
        double[] expected = [.. limit.Select(point => point.WeightNorm!.Mean(F))];
        var runs = sizes.Select(size => scope.Replicate(
            scope.Pick(3, 100, 120), seed => Suprema(size, step, seed, limit, expected))).ToArray();
        double[] widths = [.. sizes.Select(size => (double)size)];
        double[][] functions = [.. runs.Select(run => run.Select(sup => sup.Function).ToArray())];
        double[][] risks = [.. runs.Select(run => run.Select(sup => sup.Risk).ToArray())];
        var chart = PowerLawChart.New().Label("neurons N", "largest deviation up to T");
        var series = new[] { (functions, FigureColors.Observed), (risks, FigureColors.Exact) };
        foreach (var (samples, color) in series)
        {
            var means = samples.Select(draws => Estimate.OfMean(draws)).ToArray();
            chart.Slope(widths, [.. means.Select(m => m.Value)], -0.5, FigureColors.Theory);
            chart.Measured(widths, means, color);
        }
        return new()
        {
            Checks =
            [
                new(
                    "exponent in N of sup |mean f − ∫f dρ|",
                    PowerLaw.Exponent(widths, functions, draws => draws.Average()),
                    Expectation.Near(-0.5, 0.2)),
                new(
                    "exponent in N of sup |R_N − R|",
                    PowerLaw.Exponent(widths, risks, draws => draws.Average()),
                    Expectation.AtMost(-0.5)),
            ],
            Remark =
                "The risk of a small network strays by its bias of 7.4/N before all, which falls faster "
                + "than the theorem's bound; means of test functions stray at the theorem's own rate.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The largest deviation over time",
                    "Dots: mean over seeds of the largest deviation up to T = 0.1, with intervals. Dashed: "
                    + "slope −1/2.",
                    chart,
                    new("mean of f", FigureColors.Observed, KeyMark.Dots),
                    new("risk", FigureColors.Exact, KeyMark.Dots),
                    new("1/√N", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "seed", "supOfFunction", "supOfRisk"],
                    sizes.SelectMany((size, i) =>
                        runs[i].Select((sup, r) => (double[])[size, r + 1, sup.Function, sup.Risk]))),
            ],
        };
    }

    private static double F(double norm) => Math.Tanh(2 * (norm - 0.8));

    private static (double Function, double Risk) Suprema(
        int particles, double step, ulong seed, IReadOnlyList<ReferencePoint> limit, double[] expected)
    {
        using var run = new ParticleRun(MainExample.Spec(seed, particles, step, Horizon));
        var (function, risk) = (0.0, 0.0);
        for (var i = 0; i < Times.Length; i++)
        {
            run.AdvanceTo(Times[i]);
            function = Math.Max(function, Math.Abs(run.Norms().Average(F) - expected[i]));
            risk = Math.Max(risk, Math.Abs(run.ExactRisk() - limit[i].Risk));
        }
        return (function, risk);
    }
}
