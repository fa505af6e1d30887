using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Chaos;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>How the deviation grows with the horizon, beside Gronwall's e^{CT}.</summary>
public sealed class HorizonGrowth : Claim
{
    private const int Neurons = 200;
    private const double Step = 1e-4;

    private static readonly double[] Horizons = [0.25, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 8];

    public override string Name => "horizon-growth";

    public override string Statement =>
        "sup over t ≤ T of |mean f − ∫f dρ| and |R_N − R| grows with T no faster than e^(CT).";

    public override string Source => "The talk, theorem (noiseless dynamics); Gronwall in its proof";

    public override string Method =>
        "Two Gaussians, d = 40, N = 200, ε = 10⁻⁴, f = tanh(|w|): means over seeds of the running suprema "
        + "up to T = 8; their rates of growth against 2 sup |ψ″|, the part of Gronwall's constant that "
        + "comes from the neuron's own place.";

    public override Finding Measure(StudyScope scope)
    {
        var horizons = scope.Pick(Horizons[..3], Horizons, Horizons);
        double[] times = [0, .. Fine(horizons[^1])];
        var step = scope.Pick(2e-3, Step, Step);
        var limit = Limit.Of(MainExample.Spec(1, 1, step, times[^1]), times, scope.Cancellation);
        var suprema = scope.Replicate(
            scope.Pick(4, 40, 200), seed => Suprema(step, seed, times, limit, horizons));
        double[][] Of(Func<(double Function, double Risk), double> which) =>
            [.. horizons.Select((_, i) => suprema.Select(run => which(run[i])).ToArray())];
        var (functions, risks) = (Of(supremum => supremum.Function), Of(supremum => supremum.Risk));
        var constant = LargestCurvature();
        Check Growth(string what, double[][] samples) => new(
            $"rate of growth of sup {what}, T = {FigureNumber.Text(horizons[0])} to "
                + FigureNumber.Text(horizons[^1]),
            Bootstrap.Of(samples, draws => Rate(horizons, [.. draws.Select(d => d.Average())])),
            Expectation.AtMost(constant));
        return new()
        {
            Checks = [Growth("|mean f − ∫f dρ|", functions), Growth("|R_N − R|", risks)],
            Remark =
                $"2 sup |ψ″| = {FigureNumber.Text(constant, 3)} at the start. The exponential is a worst "
                + "case: deviations stand still while the neurons move together, and grow where the law "
                + "parts, at t = 4.",
            Figures = [Draw(horizons, functions, risks, constant)],
            Tables =
            [
                RawTable.Of(
                    Name, ["horizon", "meanSupremumOfFunction", "meanSupremumOfRisk"],
                    horizons.Select((t, i) => (double[])[t, functions[i].Average(), risks[i].Average()])),
            ],
        };
    }

    private Figure Draw(double[] horizons, double[][] functions, double[][] risks, double constant)
    {
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale());
        chart.Label("horizon T", "largest deviation");
        var series = new[] { (functions, FigureColors.Observed), (risks, FigureColors.Exact) };
        foreach (var (samples, color) in series)
        {
            var means = samples.Select(draws => Estimate.OfMean(draws)).ToArray();
            chart.Measured(horizons, means, color);
            // up to ten times as large: further up it would press the rest flat
            chart.Line(
                [0, Math.Log(10) / constant], [means[0].Value, 10 * means[0].Value], FigureColors.Theory);
        }
        return StudyFigure.Of(
            Name, "The deviation against the horizon",
            "Dots: mean over seeds of the largest deviation up to T, with intervals. Lines: Gronwall's "
            + "rate, drawn from the first dots.",
            chart,
            new("mean of f", FigureColors.Observed, KeyMark.Dots),
            new("risk", FigureColors.Exact, KeyMark.Dots),
            new("Gronwall", FigureColors.Theory, KeyMark.Line));
    }

    private static IEnumerable<double> Fine(double end) =>
        Enumerable.Range(1, (int)Math.Round(end / 0.125)).Select(i => 0.125 * i);

    private static double Rate(double[] horizons, double[] suprema) =>
        Math.Log(suprema[^1] / suprema[0]) / (horizons[^1] - horizons[0]);

    /// <summary>2 sup |ψ″| over the norms of the start, by differences of the field.</summary>
    private static double LargestCurvature()
    {
        const double h = 1e-3;
        double[] norms = [.. Enumerable.Range(1, 1500).Select(i => i * h)];
        var problem = RadialReference.ProblemOf(MainExample.Spec(1, 1, Step, 1));
        var field = new NonlinearPaths(problem, []).Field(norms);
        return Enumerable.Range(1, norms.Length - 1).Max(i => Math.Abs(field[i] - field[i - 1]) / h);
    }

    private static (double Function, double Risk)[] Suprema(
        double step, ulong seed, double[] times, IReadOnlyList<ReferencePoint> limit, double[] horizons)
    {
        using var run = new ParticleRun(MainExample.Spec(seed, Neurons, step, times[^1]));
        var (function, risk, suprema) = (0.0, 0.0, new List<(double Function, double Risk)>());
        for (var i = 0; i < times.Length; i++)
        {
            run.AdvanceTo(times[i]);
            var mean = limit[i].WeightNorm!.Mean(Math.Tanh);
            function = Math.Max(function, Math.Abs(run.Norms().Average(Math.Tanh) - mean));
            risk = Math.Max(risk, Math.Abs(run.ExactRisk() - limit[i].Risk));
            if (suprema.Count < horizons.Length && times[i] >= horizons[suprema.Count] - 1e-9)
                suprema.Add((function, risk));
        }
        return [.. suprema];
    }
}
