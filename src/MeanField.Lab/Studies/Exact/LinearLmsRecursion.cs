using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Moments;

namespace MeanField.Lab.Studies.Exact;

/// <summary>Linear neurons are one LMS filter, exactly, at any N and any step.</summary>
public sealed class LinearLmsRecursion : Claim
{
    private const int Dimension = 5;
    private const int Neurons = 4;
    private const double Noise = 0.5;
    private const double Step = 0.02;
    private const int Steps = 120;

    private static readonly int[] Observed = [0, 10, 20, 40, 60, 80, 100, Steps];

    public override string Name => "linear-lms";

    public override string Statement =>
        "Linear neurons keep their deviations from the mean, and the mean is an LMS filter: with e = mean θ "
        + "− θ*, E|e⁺|² = (1 − 4s + 4s²(d+2)) E|e|² + 4s²dv, for every N and s.";

    public override string Source => "Theory of LMS (Widrow); derived for this project";

    public override string Method =>
        "SGD with N = 4, d = 5, s = 0.02 and label noise, many seeds, against the recursion.";

    public override Finding Measure(StudyScope scope)
    {
        var runs = scope.Replicate(scope.Pick(40, 2000, 20000), Follow);
        var means = Observed.Select((_, i) =>
            Estimate.OfMean([.. runs.Select(run => run.Risks[i])])).ToArray();
        var recursion = Recursion();
        double[] expected = [.. Observed.Select(k => recursion[k])];
        double[] steps = [.. Observed.Select(k => (double)k)];
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Line([.. Enumerable.Range(0, Steps + 1).Select(k => (double)k)], recursion, FigureColors.Theory)
            .Measured(steps, means, FigureColors.Observed)
            .Label("step k", "excess risk E R − v");
        var resolution = 0.15;
        return new()
        {
            Checks =
            [
                Check("start", 0), Check("step 20", 2), Check($"step {Steps}", Observed.Length - 1),
                new(
                    "largest change of a deviation θ_i − mean θ",
                    Estimate.Exact(runs.Max(run => run.Drift)),
                    Expectation.AtMost(1e-13)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Linear neurons follow the LMS recursion",
                    "Dots: mean excess risk over seeds, with its interval. Line: the recursion.", chart,
                    new("SGD, mean over seeds", FigureColors.Observed, KeyMark.Dots),
                    new("recursion", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["step", "meanExcess", "low", "high", "recursion"],
                    Observed.Select((k, i) => (double[])
                        [k, means[i].Value, means[i].Low, means[i].High, expected[i]])),
            ],
        };

        Check Check(string when, int i) => new(
            $"E|e|² at {when}", means[i], Expectation.Equal(expected[i], resolution * expected[i]));
    }

    private static double[] Recursion()
    {
        var recursion = new LinearLms(Spec(1));
        return [.. Enumerable.Range(0, Steps + 1).Select(k =>
        {
            recursion.AdvanceTo(k);
            return recursion.ExpectedRisk - Noise * Noise;
        })];
    }

    private static (double[] Risks, double Drift) Follow(ulong seed)
    {
        using var run = new ParticleRun(Spec(seed));
        var before = Deviations(run.Particles());
        double[] risks = [.. Observed.Select(k =>
        {
            run.AdvanceTo((long)k);
            return Mean(run.Particles()).Select((m, c) => m - (c == 0 ? 1 : 0)).Sum(e => e * e);
        })];
        var drift = Deviations(run.Particles()).Zip(before, (a, b) => Math.Abs(a - b)).Max();
        return (risks, drift);
    }

    private static double[] Mean(double[] particles) =>
        [.. Enumerable.Range(0, Dimension).Select(
            c => Enumerable.Range(0, Neurons).Average(i => particles[i * Dimension + c]))];

    private static double[] Deviations(double[] particles)
    {
        var mean = Mean(particles);
        return [.. particles.Select((value, i) => value - mean[i % Dimension])];
    }

    private static ExperimentSpec Spec(ulong seed) => new()
    {
        Name = "linear",
        Seed = seed,
        Network = new()
        {
            Particles = Neurons,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(0.8) },
        },
        Data = new LinearTeacherData(Dimension, null, Noise),
        Training = new() { StepSize = Step, Horizon = Step * Steps },
        Observe = new() { TestSamples = 2 },
    };
}
