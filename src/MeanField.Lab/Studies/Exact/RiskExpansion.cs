using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Potentials;
using ScottPlot;

namespace MeanField.Lab.Studies.Exact;

/// <summary>R_N through V and U, and the factor 2 that the talk drops from R(ρ).</summary>
public sealed class RiskExpansion : Claim
{
    private const int Dimension = 6;
    private const double Noise = 0.3;

    private static readonly Rows Teacher = [[1, 0, 0, 0, 0, 0], [0.5, -1, 0, 0.3, 0, 0]];
    private static readonly Values Amplitudes = [1, -0.7];

    public override string Name => "risk-expansion";

    public override string Statement =>
        "The risk is a quadratic functional of the law of the neurons: R_N = R_# + (2/N) Σ V(θ_i) + (1/N²) "
        + "ΣΣ U(θ_i, θ_j), and R(ρ) likewise.";

    public override string Source => "The talk, the mean field limit: heuristics";

    public override string Method =>
        "ReLU neurons and a ReLU teacher on Gaussian inputs: V and U by the arc-cosine kernel, against the "
        + "simulator's risk, which sums Hermite series over pairs of neurons.";

    public override Finding Measure(StudyScope scope)
    {
        int[] sizes = scope.Pick<int[]>([4, 16], [4, 16, 64, 256], [4, 16, 64, 256, 1024]);
        var rows = scope.Map(sizes, At);
        double[] widths = [.. sizes.Select(size => (double)size)];
        var chart = new Chart(new LogarithmicScale(), AxisScale.Linear)
            .Dots(widths, [.. rows.Select(row => row.Direct)], FigureColors.Observed, size: 7)
            .Line(widths, [.. rows.Select(row => row.Expanded)], FigureColors.Theory)
            .Line(widths, [.. rows.Select(row => row.Printed)], FigureColors.Exact, 1.5f, LinePattern.Dashed)
            .Label("neurons N", "risk");
        var last = rows[^1];
        return new()
        {
            Checks =
            [
                new(
                    "largest relative difference of the expansion",
                    Estimate.Exact(rows.Max(row => Math.Abs(row.Expanded / row.Direct - 1))),
                    Expectation.AtMost(1e-9)),
                new(
                    "R_# + ∫V + ∫∫U − R, as printed",
                    Estimate.Exact(last.Printed - last.Direct),
                    Expectation.Near(0, 1e-9),
                    new(
                        Expectation.Near(-last.External, 1e-9),
                        "The talk prints R(ρ) = R_# + ∫V dρ + ∫∫U dρdρ, without the 2 of R_N that it had a "
                        + "slide before. What is missing is ∫V dρ to the last digit.")),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "The risk through V and U",
                    "Dots: the simulator's risk of N random ReLU neurons. Line: R_# + 2∫V + ∫∫U. Dashed: as "
                    + "printed, with ∫V once.",
                    chart,
                    new("simulator", FigureColors.Observed, KeyMark.Dots),
                    new("R_# + 2∫V + ∫∫U", FigureColors.Theory, KeyMark.Line),
                    new("as printed", FigureColors.Exact, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["particles", "risk", "expanded", "asPrinted", "external"],
                    rows.Select((row, i) => (double[])
                        [widths[i], row.Direct, row.Expanded, row.Printed, row.External])),
            ],
        };
    }

    private static (double Direct, double Expanded, double Printed, double External) At(int particles)
    {
        var spec = Spec(particles);
        using var run = new ParticleRun(spec);
        var neurons = WeightedNeurons.Equal(Dimension, [.. run.Particles()]);
        var potentials = PopulationPotentials.Of(spec);
        var external = Enumerable.Range(0, particles).Average(i => potentials.External(neurons[i]));
        var expanded = potentials.Risk(neurons);
        return (run.ExactRisk(), expanded, expanded - external, external);
    }

    private static ExperimentSpec Spec(int particles) => new()
    {
        Name = "relu-teacher",
        Network = new()
        {
            Particles = particles,
            Activation = new ReluActivation(),
            Weights = new() { Initial = new GaussianWeights(1) },
        },
        Data = new NeuralTeacherData(
            Dimension, new ReluActivation(), Teacher, Amplitudes, Noise, InputLaw.Gaussian),
        Training = new() { StepSize = 0.01, Horizon = 0.01 },
        Observe = new() { TestSamples = 2 },
    };
}
