using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using ScottPlot;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>At a fixed εD and N the deviation does not grow with the dimension.</summary>
public sealed class DimensionFree : Claim
{
    private const double Time = 0.2;
    private const double StepTimesDimension = 4e-3;
    private const int Neurons = 200;

    public override string Name => "dimension-free";

    public override string Statement =>
        "At a fixed εD, N need not grow with D: the deviation of the risk from its limit stays the same.";

    public override string Source =>
        "Mei, Misiakiewicz, Montanari (COLT 2019); the talk's err allows growth like √D";

    public override string Method =>
        "Two Gaussians, N = 200, εd = 0.004: root mean square over seeds of R_N − R at t = 0.2, the limit "
        + "solved anew in every dimension.";

    public override Finding Measure(StudyScope scope)
    {
        var dimensions = scope.Pick<int[]>([12, 24], [12, 24, 48, 96, 192], [12, 24, 48, 96, 192, 384]);
        var samples = dimensions.Select(d => Deviations(d, scope)).ToArray();
        var sizes = samples.Select(draws => Bootstrap.Of(draws, PowerLaw.RootMeanSquare)).ToArray();
        double[] lengths = [.. dimensions.Select(d => (double)d)];
        var chart = PowerLawChart.New()
            .Line(
                lengths, [.. lengths.Select(d => sizes[0].Value * Math.Sqrt(d / lengths[0]))],
                FigureColors.Theory, 1.5f, LinePattern.Dashed)
            .Measured(lengths, sizes, FigureColors.Observed)
            .Label("dimension d", "deviation of the risk");
        return new()
        {
            Checks =
            [
                new(
                    "exponent in d of the root mean square of R_N − R",
                    PowerLaw.Exponent(lengths, samples, PowerLaw.RootMeanSquare),
                    Expectation.AtMost(0.1)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "The same N suffices in any dimension",
                    "Dots: root mean square over seeds of R_N − R at N = 200 and εd = 0.004, with "
                    + "intervals. Dashed: the growth like √d that the bound of the talk would allow.",
                    chart,
                    new("SGD", FigureColors.Observed, KeyMark.Dots),
                    new("√d", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["dimension", "seed", "riskMinusLimit"],
                    dimensions.SelectMany((d, i) => samples[i].Select((z, r) => (double[])[d, r + 1, z]))),
            ],
        };
    }

    private static double[] Deviations(int dimension, StudyScope scope)
    {
        var step = (scope.Effort == Effort.Tiny ? 20 : 1) * StepTimesDimension / dimension;
        ExperimentSpec Spec(ulong seed) =>
            MainExample.Spec(seed, Neurons, step, Time).WithDimension(dimension);
        var limit = Limit.Of(Spec(1), [Time], scope.Cancellation)[0].Risk;
        return scope.Replicate(scope.Pick(3, 60, 400), seed =>
        {
            using var run = new ParticleRun(Spec(seed));
            run.AdvanceTo(Time);
            return run.ExactRisk() - limit;
        });
    }
}
