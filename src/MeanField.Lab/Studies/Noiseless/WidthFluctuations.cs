using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>At a fixed time, means over N neurons stray by N^{−1/2} because their starts are drawn.</summary>
public sealed class WidthFluctuations : Claim
{
    private const double Time = 0.2;
    private const double Step = 1e-4;

    private static readonly (string Name, Func<double[], double> F)[] Statistics =
    [
        ("tanh 2(|w| − 0.8)", w => Math.Tanh(2 * (Math.Sqrt(w.Sum(c => c * c)) - 0.8))),
        ("tanh 5w₁", w => Math.Tanh(5 * w[0])),
    ];

    public override string Name => "width-fluctuations";

    public override string Statement =>
        "For bounded Lipschitz f, mean f(θᵏ) − ∫f dρ is of order 1/√N at a fixed time.";

    public override string Source => "The talk, theorem (noiseless dynamics)";

    public override string Method =>
        "Two Gaussians, d = 40, t = 0.2, ε = 10⁻⁴: the deviation of mean f over many starts that see the "
        + "same samples (the samples' own noise, of order √ε, is another claim). Exponent by least squares "
        + "of the logarithms, interval by bootstrap.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>(
            [25, 100], [50, 100, 200, 400, 800], [50, 100, 200, 400, 800, 1600, 3200]);
        var replicates = scope.Pick(8, 600, 2000);
        double[] widths = [.. sizes.Select(size => (double)size)];
        // means[size][statistic][replicate]
        var means = sizes.Select(size =>
            Transpose(scope.Replicate(replicates, seed => Means(size, seed)))).ToArray();
        var chart = PowerLawChart.New().Label("neurons N", "standard deviation of mean f");
        var colors = new[] { FigureColors.Observed, FigureColors.Exact };
        var checks = new List<Check>();
        for (var s = 0; s < Statistics.Length; s++)
        {
            var samples = means.Select(size => size[s]).ToArray();
            var deviations = samples.Select(draws => Bootstrap.Of(draws, PowerLaw.Deviation)).ToArray();
            checks.Add(new(
                $"exponent in N of the deviation of f = {Statistics[s].Name}",
                PowerLaw.Exponent(widths, samples, PowerLaw.Deviation),
                Expectation.Near(-0.5, 0.1)));
            chart.Slope(widths, [.. deviations.Select(d => d.Value)], -0.5, FigureColors.Theory);
            chart.Measured(widths, deviations, colors[s]);
        }
        return new()
        {
            Checks = [.. checks],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Means over N neurons fluctuate as 1/√N",
                    "Dots: standard deviation over starts, with its interval, of two bounded test "
                    + "functions. Dashed: slope −1/2.",
                    chart,
                    new("f of |w|", colors[0], KeyMark.Dots),
                    new("f of w₁", colors[1], KeyMark.Dots),
                    new("1/√N", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "start", "meanOfNormFunction", "meanOfCoordinateFunction"],
                    sizes.SelectMany((size, i) => Enumerable.Range(0, replicates).Select(r => (double[])
                        [size, r + 1, means[i][0][r], means[i][1][r]]))),
            ],
        };
    }

    private static double[] Means(int particles, ulong start)
    {
        using var run = new ParticleRun(MainExample.Spec(1, particles, Step, Time).FromStart(start));
        run.AdvanceTo(Time);
        var neurons = run.Particles().Chunk(MainExample.Dimension).ToArray();
        return [.. Statistics.Select(statistic => neurons.Average(statistic.F))];
    }

    private static double[][] Transpose(double[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Select(row => row[c]).ToArray())];
}
