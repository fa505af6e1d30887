using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>The proof's three terms, measured: discretisation, feedback, the samples' noise.</summary>
public sealed class CouplingSplit : Claim
{
    private const double Horizon = 0.05;

    public override string Name => "coupling-split";

    public override string Statement =>
        "|θᵏ − θ̄| ≤ 2(E₁ + E₂ + E₃): E₁ of order ε from the discretisation of time and schedule, E₂ the "
        + "Lipschitz feedback of the distance itself, E₃ of order √(1/N ∨ ε) from the samples.";

    public override string Source => "The talk, proof of the technical lemma";

    public override string Method =>
        "Two Gaussians, d = 40, ξ(t) = (1 + 20t)^(−1/2) by knots, T = 0.05: every term of the proof along "
        + "SGD, step by step and neuron by neuron, for ε down by halves; means over neurons and seeds.";

    public override Finding Measure(StudyScope scope)
    {
        var steps = scope.Pick<double[]>(
            [2.5e-3, 1.25e-3], [8e-4, 4e-4, 2e-4, 1e-4], [8e-4, 4e-4, 2e-4, 1e-4, 5e-5]);
        var (particles, replicates) = (scope.Pick(40, 400, 1600), scope.Pick(2, 4, 8));
        var runs = steps.Select(step => scope.Replicate(
            replicates, seed => Terms.Of(new ProofTerms(Spec(seed, particles, step))))).ToArray();
        double[][] Of(Func<Terms, double> term) => [.. runs.Select(run => run.Select(term).ToArray())];
        (string Name, double[][] Samples)[] series =
        [
            ("|θ − θ̄|/2", Of(t => t.Distance / 2)),
            ("E₁", Of(t => t.First)), ("E₂", Of(t => t.Second)), ("E₃", Of(t => t.Third)),
        ];
        var chart = PowerLawChart.New().Label("step size ε", "mean over neurons");
        foreach (var (i, (_, samples)) in series.Index())
        {
            var color = RankedSeries.Color(i, series.Length);
            double[] means = [.. samples.Select(draws => draws.Average())];
            chart.Slope(steps, means, i == 1 ? 1 : 0.5, color);
            chart.Dots(steps, means, color, size: 7);
        }
        var tolerance = 0.1;
        return new()
        {
            Checks =
            [
                new(
                    "largest |θ − θ̄| / 2(E₁ + E₂ + E₃)",
                    Estimate.Exact(runs.SelectMany(run => run).Max(t => t.Ratio)),
                    Expectation.AtMost(1)),
                Exponent("E₁", series[1].Samples, 1),
                Exponent("E₃", series[3].Samples, 0.5),
            ],
            Remark =
                "The talk's unrolled sum stops one step early and starts at k = 1; the terms here run over "
                + "every step from 0.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "The terms of the proof",
                    $"Dots: means over neurons and seeds at T = 0.05, N = {particles}. Dashed: slope 1 for "
                    + "E₁ and 1/2 for the others.",
                    chart,
                    RankedSeries.Key([.. series.Select(s => s.Name)], KeyMark.Dots)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["stepSize", "seed", "distance", "first", "second", "third", "largestRatio"],
                    steps.SelectMany((step, i) => runs[i].Select((t, r) => (double[])
                        [step, r + 1, t.Distance, t.First, t.Second, t.Third, t.Ratio]))),
            ],
        };

        Check Exponent(string name, double[][] samples, double exponent) => new(
            $"exponent in ε of {name}",
            PowerLaw.Exponent(steps, samples, draws => draws.Average()),
            Expectation.Near(exponent, tolerance));
    }

    private static ExperimentSpec Spec(ulong seed, int particles, double step)
    {
        var spec = MainExample.Spec(seed, particles, step, Horizon);
        return spec with { Training = spec.Training with { Schedule = Schedule } };
    }

    private static PiecewiseSchedule Schedule { get; } = new(
        [.. Enumerable.Range(0, 11).Select(i => new Values([0.005 * i, 1 / Math.Sqrt(1 + 0.1 * i)]))]);

    /// <summary>Means over neurons, and the proof's inequality at its tightest.</summary>
    private sealed record Terms(double Distance, double First, double Second, double Third, double Ratio)
    {
        public static Terms Of(ProofTerms terms) => new(
            terms.Distances.Average(),
            terms.First.Average(),
            terms.Second.Average(),
            terms.Third.Average(),
            Enumerable.Range(0, terms.First.Length).Max(i =>
                terms.Distances[i] / (2 * (terms.First[i] + terms.Second[i] + terms.Third[i]))));
    }
}
