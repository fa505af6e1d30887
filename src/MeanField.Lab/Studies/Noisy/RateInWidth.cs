using MathNet.Numerics.LinearRegression;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory.FokkerPlanck;

namespace MeanField.Lab.Studies.Noisy;

/// <summary>The rate of convergence to the fixed point does not depend on the number of neurons.</summary>
public sealed class RateInWidth : Claim
{
    private const double Step = 0.005;

    private static readonly double[] Times = [.. Enumerable.Range(0, 13).Select(i => 0.5 + 0.25 * i)];
    private static readonly FixedWeights Start = new([-2]);

    public override string Name => "rate-in-width";

    public override string Statement =>
        "Noisy SGD converges to its fixed point at a rate that does not depend on N.";

    public override string Source => "The talk, theorem (informal, noisy convergence)";

    public override string Method =>
        "One weight, σ* = tanh θ, y = 0.6, λ = 0.2, β = 10, from a point at −2: the decay rate of E ∫θ dρ̂ "
        + "− ∫θ dρ* for 0.5 ≤ t ≤ 3.5, over that of the Fokker–Planck equation.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>([20, 80], [20, 80, 320, 1280], [20, 80, 320, 1280, 5120]);
        var neurons = scope.Pick(2000, 100000, 1000000);
        var final = NoisyTanh.Gibbs().Mean(theta => theta);
        var (equation, rate) = Equation(scope.Pick(160, 640, 1280), final);
        // runs[size][replicate][time]
        var runs = sizes.Select(size => scope.Replicate(neurons / size, seed => Means(size, seed))).ToArray();
        var rates = runs.Select(run => Bootstrap.Of(
            [.. Enumerable.Range(0, run.Length).Select(i => (double)i)],
            drawn => Rate(Distances([.. drawn.Select(i => run[(int)i])], final)))).ToArray();
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Line(Times, [.. equation.Select(m => Math.Abs(m - final))], FigureColors.Theory)
            .Label("time t", "|mean θ − limit|");
        foreach (var (i, run) in runs.Index())
            chart.Dots(
                Times, Distances(run, final), RankedSeries.Color(i, sizes.Length), size: 13 - 2 * i);
        return new()
        {
            Checks =
            [
                .. sizes.Select((size, i) => new Check(
                    $"rate over that of the limit, N = {size}",
                    rates[i].Map(r => r / rate),
                    Expectation.Near(1, 0.1))),
            ],
            Remark = $"The limit's own rate is {FigureNumber.Text(rate, 3)}.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The rate of convergence does not depend on N",
                    "Dots: distance of the mean weight from that of the fixed point, mean over seeds. Line: "
                    + "the Fokker–Planck equation.",
                    chart,
                    [
                        .. RankedSeries.Key([.. sizes.Select(size => $"N = {size}")], KeyMark.Dots),
                        new("N = ∞", FigureColors.Theory, KeyMark.Line),
                    ]),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["time", "limit", .. sizes.Select(size => $"meanOf{size}")],
                    Times.Select((t, k) => (double[])[t, equation[k], .. runs.Select(run => Mean(run)[k])])),
            ],
        };
    }

    // minus the slope of the logarithm
    private static double Rate(double[] distances) => -SimpleRegression.Fit(
        Times, [.. distances.Select(distance => Math.Log(distance))]).B;

    private static (double[] Means, double Rate) Equation(int cells, double final)
    {
        var grid = new LineGrid(8, cells);
        var law = new LineReduction(Spec(1, 1)).On(grid);
        var (means, elapsed) = (new double[Times.Length], 0.0);
        for (var i = 0; i < Times.Length; i++)
        {
            const int steps = 100;
            for (var k = 0; k < steps; k++)
                law.Step((Times[i] - elapsed) / steps);
            elapsed = Times[i];
            means[i] = law.Masses.Select((mass, cell) => mass * grid.Center(cell)).Sum();
        }
        return (means, Rate([.. means.Select(m => Math.Abs(m - final))]));
    }

    private static double[] Mean(IReadOnlyList<double[]> rows) =>
        [.. Enumerable.Range(0, Times.Length).Select(k => rows.Average(row => row[k]))];

    private static double[] Distances(IReadOnlyList<double[]> rows, double final) =>
        [.. Mean(rows).Select(mean => Math.Abs(mean - final))];

    private static double[] Means(int particles, ulong seed)
    {
        using var run = new ParticleRun(Spec(seed, particles));
        return [.. Times.Select(time =>
        {
            run.AdvanceTo(time);
            return run.Particles().Average();
        })];
    }

    private static ExperimentSpec Spec(ulong seed, int particles) =>
        NoisyTanh.Spec(seed, particles, Start, Step, Times[^1]);
}
