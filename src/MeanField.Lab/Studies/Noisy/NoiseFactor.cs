using MathNet.Numerics.Distributions;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Moments;

namespace MeanField.Lab.Studies.Noisy;

/// <summary>The factor 2 between the printed noise and the printed equation.</summary>
public sealed class NoiseFactor : Claim
{
    private const int Dimension = 2;
    private const double Step = 0.005;
    private const double Decay = 0.5;
    private const double Beta = 4;
    private const double Horizon = 4;

    public override string Name => "noise-factor";

    public override string Statement =>
        "Noisy SGD with noise √(2s/β) g follows ∂ρ = 2ξ∇·(ρ∇Ψ_λ) + 2ξβ⁻¹Δρ, whose fixed point is "
        + "exp(−βΨ_λ)/Z.";

    public override string Source => "The talk, theorem (informal, noisy dynamics)";

    public override string Method =>
        "Linear neurons in the plane, λ = ½, β = 4, run until they stand still: the variance of a "
        + "coordinate around the mean, which the printed law makes 1/(βλ), under √(2s/β) and under √(4s/β).";

    public override Finding Measure(StudyScope scope)
    {
        var (particles, replicates) = (scope.Pick(200, 5000, 20000), scope.Pick(3, 24, 100));
        NoiseConvention[] conventions = [NoiseConvention.AsPrinted, NoiseConvention.PdeConsistent];
        var runs = conventions.Select(noise =>
            scope.Replicate(replicates, seed => Deviations(Spec(seed, particles, noise)))).ToArray();
        var variances = runs.Select(run => Estimate.OfMean([.. run.Select(Variance)])).ToArray();
        var (stated, tolerance) = (1 / (Beta * Decay), 0.02);
        return new()
        {
            Checks =
            [
                new(
                    "variance with √(2s/β), as printed",
                    variances[0],
                    Expectation.Near(stated, tolerance),
                    new(
                        Expectation.Near(stated / 2, tolerance),
                        "A step's noise √(2s/β) g adds 2s/β to the variance, which is diffusion ξ/β; the "
                        + "printed equation diffuses at 2ξ/β. The two differ by a factor 2 in temperature: "
                        + "as printed, SGD goes to exp(−2βΨ_λ)/Z. The noise of the printed equation is "
                        + "√(4s/β) g.")),
                new("variance with √(4s/β)", variances[1], Expectation.Near(stated, tolerance)),
                .. conventions.Select((noise, i) => new Check(
                    $"the same over its exact recursion, {(i == 0 ? "√(2s/β)" : "√(4s/β)")}",
                    variances[i].Map(v => v / Recursion(particles, noise)),
                    Expectation.Equal(1, 0.03))),
            ],
            Figures = [Density(runs, stated)],
            Tables =
            [
                RawTable.Of(
                    Name, ["seed", "varianceAsPrinted", "variancePdeConsistent"],
                    Enumerable.Range(0, replicates).Select(r => (double[])
                        [r + 1, Variance(runs[0][r]), Variance(runs[1][r])])),
            ],
        };
    }

    private Figure Density(double[][][] runs, double stated)
    {
        double[] places = [.. Enumerable.Range(0, 121).Select(i => -2.4 + 0.04 * i)];
        var chart = new Chart(AxisScale.Linear, AxisScale.Linear).Label("θ − mean θ", "density");
        chart.Line(places, [.. places.Select(x => Normal.PDF(0, Math.Sqrt(stated), x))], FigureColors.Theory);
        foreach (var (i, color) in new[] { (0, FigureColors.Observed), (1, FigureColors.Exact) })
        {
            var (centres, density) = Histogram([.. runs[i].SelectMany(run => run)]);
            chart.Dots(centres, density, color, size: 5);
        }
        return StudyFigure.Of(
            Name, "The law that noisy SGD ends at, in both conventions",
            "Dots: densities of a coordinate around the mean. Line: the fixed point exp(−βΨ_λ)/Z of the "
            + "printed equation.",
            chart,
            new("√(2s/β), as printed", FigureColors.Observed, KeyMark.Dots),
            new("√(4s/β)", FigureColors.Exact, KeyMark.Dots),
            new("exp(−βΨ)/Z", FigureColors.Theory, KeyMark.Line));
    }

    private static (double[] Centres, double[] Density) Histogram(double[] values)
    {
        const double width = 0.12;
        double[] centres = [.. Enumerable.Range(-20, 41).Select(i => i * width)];
        var counts = values.CountBy(value => (int)Math.Round(value / width)).ToDictionary();
        return (centres, [.. Enumerable.Range(-20, 41).Select(i =>
            counts.GetValueOrDefault(i) / (values.Length * width))]);
    }

    private static double Variance(double[] deviations) => deviations.Average(z => z * z);

    private static double Recursion(int particles, NoiseConvention noise)
    {
        var spec = Spec(1, particles, noise);
        var recursion = new LinearLms(spec);
        recursion.AdvanceTo(spec.Training.Steps);
        return recursion.ExpectedSpread / Dimension;
    }

    private static double[] Deviations(ExperimentSpec spec)
    {
        using var run = new ParticleRun(spec);
        run.AdvanceTo(spec.Training.Steps);
        var particles = run.Particles();
        double[] mean = [.. Enumerable.Range(0, Dimension).Select(
            c => particles.Where((_, i) => i % Dimension == c).Average())];
        return [.. particles.Select((value, i) => value - mean[i % Dimension])];
    }

    private static ExperimentSpec Spec(ulong seed, int particles, NoiseConvention noise) => new()
    {
        Name = "noisy-linear",
        Seed = seed,
        Network = new()
        {
            Particles = particles,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(1) },
        },
        Data = new LinearTeacherData(Dimension, null, 0.3),
        Training = new()
        {
            StepSize = Step,
            Horizon = Horizon,
            WeightDecay = Decay,
            InverseTemperature = Beta,
            Noise = noise,
        },
    };
}
