using MeanField.Lab.Figures;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory;

namespace MeanField.Lab.Studies.TwoGaussians;

/// <summary>800 neurons against the density of the limit at the paper's three times.</summary>
public sealed class SnapshotHistograms : Claim
{
    private const int Neurons = 800;
    private const int Bins = 50;

    // P(sup |F_N − F| > 1.95/√N) = 0.001 for independent draws (Kolmogorov)
    private const double Kolmogorov = 1.9495;

    private static readonly double[] Times = [1e-3, 4, 10];

    public override string Name => "snapshot-histograms";

    public override string Statement =>
        "The histogram of |w| over N = 800 neurons follows the density of the radial equation at t = 10⁻³, "
        + "4 and 10 (10³, 4·10⁶ and 10⁷ steps at ε = 10⁻⁶).";

    public override string Source => "The talk, applications; Mei, Montanari, Nguyen (2018)";

    public override string Method =>
        "Two Gaussians, d = 40: the distance of the empirical distribution of |w| from the limit's "
        + "(Kolmogorov's), times √N, against its 99.9 % quantile for independent draws. Quick: ε = 10⁻⁵; "
        + "thorough: ε = 10⁻⁶, as the paper.";

    public override Finding Measure(StudyScope scope)
    {
        var times = scope.Pick(Times[..1], Times, Times);
        var (particles, step) = (scope.Pick(100, Neurons, Neurons), scope.Pick(1e-4, 1e-5, 1e-6));
        var spec = MainExample.Spec(1, particles, step, times[^1]);
        var limit = Limit.Of(spec, times, scope.Cancellation);
        var norms = Norms(spec, times, scope.Cancellation);
        double[] distances = [.. times.Select((_, i) => Distance(norms[i], limit[i].WeightNorm!))];
        return new()
        {
            Checks =
            [
                .. times.Select((time, i) => new Check(
                    $"√N sup |F_N − F| at t = {FigureNumber.Text(time)}",
                    Estimate.Exact(distances[i]),
                    Expectation.AtMost(Kolmogorov))),
            ],
            Remark = $"Quick runs take steps ten times as long as the paper's; this one had ε = "
                + $"{FigureNumber.Text(spec.Training.StepSize)}.",
            Figures =
            [
                StudyFigure.Side(
                    Name, "The cloud of neurons at the paper's three times",
                    "Steps: histogram of |w| over 800 neurons. Lines: the density of the radial equation.",
                    [.. times.Select((time, i) => Panel(time, norms[i], limit[i].WeightNorm!))],
                    3,
                    new("SGD, N = 800", FigureColors.Observed, KeyMark.Line),
                    new("limit", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, [.. times.Select(time => $"normsAt{FigureNumber.Text(time)}")],
                    Enumerable.Range(0, norms[0].Length).Select(n => times.Select((_, i) => norms[i][n]))),
            ],
        };
    }

    private static double[][] Norms(ExperimentSpec spec, double[] times, CancellationToken cancellation)
    {
        using var run = new ParticleRun(spec);
        return [.. times.Select(time =>
        {
            cancellation.ThrowIfCancellationRequested();
            run.AdvanceTo(time);
            return run.Norms().Order().ToArray();
        })];
    }

    private static double Distance(double[] ordered, NormLaw law)
    {
        var (n, largest) = (ordered.Length, 0.0);
        for (var i = 0; i < n; i++)
        {
            var level = law.Cumulative(ordered[i]);
            largest = Math.Max(largest, Math.Max(level - (double)i / n, (i + 1.0) / n - level));
        }
        return Math.Sqrt(n) * largest;
    }

    private static Chart Panel(double time, double[] norms, NormLaw law)
    {
        var high = 1.05 * norms[^1];
        var counts = new long[Bins];
        foreach (var norm in norms)
            counts[(int)(norm / high * Bins)]++;
        var histogram = new Histogram(0, high, [.. counts]);
        // half a neuron in a bin stands for none: the axis is logarithmic, as in the paper
        var floor = 0.5 * Bins / (norms.Length * high);
        var outline = HistogramBars.Outline(histogram);
        double[] x = [.. outline.Select(point => point.X)];
        double[] y = [.. outline.Select(point => Math.Max(floor, point.Density))];
        double[] theory = [.. law.Densities(0, high, Bins).Select(value => Math.Max(floor, value))];
        return new Chart(AxisScale.Linear, new LogarithmicScale())
            .Band(x, [.. x.Select(_ => floor)], y, FigureColors.Observed)
            .Line(x, y, FigureColors.Observed, 1)
            .Line(HistogramBars.Centres(histogram), theory, FigureColors.Theory)
            .Label("|w|", "density").Title($"t = {FigureNumber.Text(time)}");
    }
}
