using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory.Radial;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>The mean risk of N random neurons lies above the limit by an exact constant over N.</summary>
public sealed class StartBias : Claim
{
    public override string Name => "start-bias";

    public override string Statement =>
        "At the start E R_N − R(ρ₀) = (1/N)[∫U(θ,θ)ρ₀ − ∫∫U ρ₀ρ₀], exactly, for every N: 7.41/N for the "
        + "main example.";

    public override string Source => "Derived for this project; the talk's remark that R_N tends to R";

    public override string Method =>
        "Two Gaussians, d = 40: the simulator's closed-form risk (a sum over pairs of neurons), averaged "
        + "over starts, against the constant from the radial reduction.";

    public override Finding Measure(StudyScope scope)
    {
        int[] sizes = scope.Pick<int[]>([5, 10], [5, 10, 20, 40, 80], [5, 10, 20, 40, 80, 160, 320]);
        var replicates = scope.Pick(20, 1500, 5000);
        var problem = RadialReference.ProblemOf(MainExample.Spec(1, 1, 0.1, 0.1));
        var constant = RadialStartBias.Of(problem);
        var limit = Limit.Of(MainExample.Spec(1, 1, 0.1, 0.1), [0], scope.Cancellation)[0].Risk;
        var risks = sizes.Select(size => scope.Replicate(replicates, seed => Risk(size, seed))).ToArray();
        var scaled = sizes.Select((size, i) =>
            Estimate.OfMean([.. risks[i].Select(r => size * (r - limit))])).ToArray();
        double[] widths = [.. sizes.Select(size => (double)size)];
        double[] biases = [.. sizes.Select((size, i) => scaled[i].Value / size)];
        var chart = PowerLawChart.New()
            .Line(widths, [.. widths.Select(n => constant / n)], FigureColors.Theory)
            .Measured(widths, [.. scaled.Select((s, i) => s.Map(v => v / sizes[i]))], FigureColors.Observed)
            .Label("neurons N", "mean risk − limit");
        return new()
        {
            Checks =
            [
                .. sizes.Select((size, i) => new Check(
                    $"N (E R − R), N = {size}",
                    scaled[i],
                    Expectation.Equal(constant, 0.4))),
                new(
                    "exponent in N of the mean excess risk",
                    PowerLaw.Exponent(widths, risks, draws => draws.Average() - limit),
                    Expectation.Near(-1, 0.1)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "The mean risk of N neurons at the start",
                    "Dots: mean over starts, less the risk of the limit, with intervals. Line: "
                    + $"{FigureNumber.Text(constant)}/N, from the identity.",
                    chart,
                    new("simulator", FigureColors.Observed, KeyMark.Dots),
                    new("identity", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "meanRiskMinusLimit", "low", "high", "identity"],
                    sizes.Select((size, i) => (double[])
                        [size, biases[i], scaled[i].Low / size, scaled[i].High / size, constant / size])),
            ],
        };
    }

    private static double Risk(int particles, ulong seed)
    {
        using var run = new ParticleRun(MainExample.Spec(seed, particles, 0.1, 0.1));
        return run.ExactRisk();
    }
}
