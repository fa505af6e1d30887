using MathNet.Numerics.Distributions;
using MathNet.Numerics.Interpolation;
using MeanField.Core.Randomness;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Radial;
using ScottPlot;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>Term II of the proof against McDiarmid's inequality, with the talk's constant and the right
/// one.</summary>
public sealed class Concentration : Claim
{
    private const double Time = 0.1;
    private const int Neurons = 50;
    private const double Steepness = 20;
    private const int CoinNeurons = 400;

    private static readonly double[] Levels = [.. Enumerable.Range(0, 13).Select(i => 0.25 * i)];

    public override string Name => "mcdiarmid";

    public override string Statement =>
        "For |f| ≤ K, P(φ − Eφ ≥ (K/√2)(1 + z)/√N) ≤ e^(−z²), φ the mean of f over N independent θ̄_i.";

    public override string Source => "The talk, analysis of II";

    public override string Method =>
        "Tails of φ for f = tanh 20(|w| − m) at t = 0.1, m the norm that began at 0.8, over many draws of N "
        + "= 50 (upper ends of intervals), and the exact binomial tail of the worst f that |f| ≤ K allows, "
        + "±K with probability ½, N = 400.";

    public override Finding Measure(StudyScope scope)
    {
        var deviations = Deviations(scope.Pick(200, 40000, 400000), scope);
        double[] upper = [.. Levels.Select(z => UpperTail(deviations, z))];
        double[] coin = [.. Levels.Select(CoinTail)];
        double[] bound = [.. Levels.Select(z => Math.Exp(-z * z))];
        double[] right = [.. Levels.Select(z => Math.Exp(-(1 + z) * (1 + z) / 4))];
        // what so many draws cannot see says nothing
        var visible = 100.0 / deviations.Length;
        var seen = Enumerable.Range(0, Levels.Length).Where(i => bound[i] > visible).ToArray();
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Line(Levels, bound, FigureColors.Theory)
            .Line(Levels, right, FigureColors.Axis, 1.5f, LinePattern.Dashed)
            .Dots(Levels[..seen.Length], upper[..seen.Length], FigureColors.Observed, size: 7)
            .Dots(Levels, coin, FigureColors.Exact, size: 7, hollow: true)
            .Label("z", "probability");
        return new()
        {
            Checks =
            [
                new(
                    "largest tail / e^(−z²) for f = tanh",
                    Estimate.Exact(seen.Max(i => upper[i] / bound[i])),
                    Expectation.AtMost(1)),
                new(
                    "tail / e^(−z²) at z = 3 for f = ±K",
                    Estimate.Exact(coin[^1] / bound[^1]),
                    Expectation.AtMost(1),
                    new(
                        Expectation.AtMost(right[^1] / bound[^1]),
                        "One coordinate moves φ by 2K/N where |f| ≤ K, not by K/N as printed; McDiarmid "
                        + "then gives exp(−(1 + z)²/4). With K for the width of f's range the printed bound "
                        + "is right, and the constant K of the theorem swallows the difference.")),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Tails of a mean over N independent neurons",
                    "Dots: upper ends of the intervals of the tail for f = tanh 20(|w| − m). Circles: exact "
                    + "tail for f = ±K. Line: the talk's bound. Dashed: McDiarmid with differences 2K/N.",
                    chart,
                    new("tanh", FigureColors.Observed, KeyMark.Dots),
                    new("±K", FigureColors.Exact, KeyMark.HollowDots),
                    new("as printed", FigureColors.Theory, KeyMark.Line),
                    new("McDiarmid with 2K/N", FigureColors.Axis, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["z", "upperTailOfTanh", "tailOfCoin", "printedBound", "mcDiarmid"],
                    Levels.Select((z, i) => (double[])[z, upper[i], coin[i], bound[i], right[i]])),
            ],
        };
    }

    /// <summary>φ − Eφ for so many independent sets of neurons.</summary>
    private static double[] Deviations(int draws, StudyScope scope)
    {
        var problem = RadialReference.ProblemOf(MainExample.Spec(1, Neurons, 0.1, Time));
        var start = problem.Start();
        double[] labels =
            [.. Enumerable.Range(0, 400).Select(i => start.Low + (start.High - start.Low) * i / 399)];
        var paths = new NonlinearPaths(problem, labels);
        paths.Advance(Time, steps: 20);
        var carried = CubicSpline.InterpolatePchipSorted(labels, [.. paths.Norms]);
        var middle = carried.Interpolate(MainExample.Scale);
        double Draw(int draw) => Enumerable.Range(0, Neurons).Average(i =>
        {
            Span<double> w = stackalloc double[MainExample.Dimension];
            Normals.Fill(1, Purpose.Resampling, draw, i, w);
            var square = 0.0;
            foreach (var g in w)
                square += g * g;
            var norm = MainExample.Scale * Math.Sqrt(square / MainExample.Dimension);
            return Math.Tanh(Steepness * (carried.Interpolate(norm) - middle));
        });
        var means = scope.Map([.. Enumerable.Range(0, draws)], Draw);
        var expected = means.Average();
        return [.. means.Select(mean => mean - expected)];
    }

    private static double Threshold(double z, int neurons) => (1 + z) / Math.Sqrt(2.0 * neurons);

    // Clopper, Pearson 1934
    private static double UpperTail(double[] deviations, double z)
    {
        var count = deviations.Count(deviation => deviation >= Threshold(z, Neurons));
        return Beta.InvCDF(count + 1, deviations.Length - count, (1 + Estimate.Confidence) / 2);
    }

    // P(2B/N − 1 ≥ threshold), B ~ Binomial(N, ½)
    private static double CoinTail(double z) => 1 - Binomial.CDF(
        0.5, CoinNeurons, Math.Ceiling(CoinNeurons * (1 + Threshold(z, CoinNeurons)) / 2) - 1);
}
