using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>At a fixed time and a fixed start, the samples' noise is of order √ε.</summary>
public sealed class StepFluctuations : Claim
{
    private const double Time = 0.2;
    private const int Neurons = 100;

    public override string Name => "step-fluctuations";

    public override string Statement =>
        "What the drawing of the samples adds to mean f(θᵏ) at a fixed time is of order √ε.";

    public override string Source => "The talk, theorem (noiseless dynamics): err = √(1/N ∨ ε) (…)";

    public override string Method =>
        "Two Gaussians, d = 40, N = 100, t = 0.2: the deviation of mean tanh 2(|w| − 0.8) over many streams "
        + "of samples from one start, for ε down by halves.";

    public override Finding Measure(StudyScope scope)
    {
        var steps = scope.Pick<double[]>(
            [4e-3, 1e-3], [8e-4, 4e-4, 2e-4, 1e-4, 5e-5], [8e-4, 4e-4, 2e-4, 1e-4, 5e-5, 2.5e-5, 1.25e-5]);
        var replicates = scope.Pick(8, 160, 640);
        var samples = steps.Select(step => scope.Replicate(replicates, seed => Mean(step, seed))).ToArray();
        var deviations = samples.Select(draws => Bootstrap.Of(draws, PowerLaw.Deviation)).ToArray();
        var chart = PowerLawChart.New()
            .Slope(steps, [.. deviations.Select(d => d.Value)], 0.5, FigureColors.Theory)
            .Measured(steps, deviations, FigureColors.Observed)
            .Label("step size ε", "standard deviation of mean f");
        return new()
        {
            Checks =
            [
                new(
                    "exponent in ε of the deviation of mean f",
                    PowerLaw.Exponent(steps, samples, PowerLaw.Deviation),
                    Expectation.Near(0.5, 0.1)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "The samples' noise is of order √ε",
                    "Dots: standard deviation over streams of samples from one start, with its interval. "
                    + "Dashed: slope 1/2.",
                    chart,
                    new("SGD", FigureColors.Observed, KeyMark.Dots),
                    new("√ε", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["stepSize", "seed", "meanOfNormFunction"],
                    steps.SelectMany((step, i) =>
                        samples[i].Select((mean, r) => (double[])[step, r + 1, mean]))),
            ],
        };
    }

    private static double Mean(double step, ulong seed)
    {
        using var run = new ParticleRun(MainExample.Spec(seed, Neurons, step, Time).FromStart(1));
        run.AdvanceTo(Time);
        return run.Norms().Average(r => Math.Tanh(2 * (r - 0.8)));
    }
}
