using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory.Potentials;

namespace MeanField.Lab.Studies.FixedPoints;

/// <summary>With λ_min = 0, which the talk allows, a law need not fall into a point mass at all.</summary>
public sealed class FlatPoint : Claim
{
    private const int Dimension = 3;
    private const double Step = 0.01;
    private const double Horizon = 6;

    public override string Name => "flat-point";

    public override string Statement =>
        "From a start not too far from θ*, where λ_min(∇²Ψ(θ*; δ_θ*)) ≥ 0, ρ_t tends to δ_θ* exponentially "
        + "fast.";

    public override string Source => "The talk, theorem (informal, noiseless convergence), as printed";

    public override string Method =>
        "Linear neurons and a linear teacher θ*: Ψ(·; δ_θ*) is flat, so that λ_min = 0. Noiseless SGD with "
        + "N = 64 around θ*: the spread at t = 6 over that at the start.";

    public override Finding Measure(StudyScope scope)
    {
        double[] teacher = [1, 0, 0];
        var atTeacher = PopulationPotentials.Of(Spec()).At(WeightedNeurons.Equal(Dimension, teacher));
        using var run = new ParticleRun(Spec());
        double[] times = [.. Enumerable.Range(0, scope.Pick(3, 25, 25)).Select(i => 0.25 * i)];
        var (spreads, errors) = (new double[times.Length], new double[times.Length]);
        for (var i = 0; i < times.Length; i++)
        {
            run.AdvanceTo(times[i]);
            (spreads[i], errors[i]) = Distances(run.Particles(), teacher);
        }
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Line(times, spreads, FigureColors.Observed)
            .Line(times, errors, FigureColors.Exact)
            .Label("time t", "distance");
        return new()
        {
            Checks =
            [
                new(
                    "spread of the neurons at the end over that at the start",
                    Estimate.Exact(spreads[^1] / spreads[0]),
                    Expectation.AtMost(0.01),
                    new(
                        Expectation.Near(1, 1e-10),
                        "λ_min ≥ 0 is not enough: where Ψ(·; δ_θ*) is flat, neurons meet only through their "
                        + "mean. The network converges, its neurons stay put. The theorem needs λ_min > "
                        + "0.")),
                new(
                    "largest |eigenvalue| of ∇²Ψ(θ*; δ_θ*)",
                    Estimate.Exact(atTeacher.Hessian(teacher).L2Norm()),
                    Expectation.AtMost(1e-12)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "A flat Ψ: the mean converges, the law does not",
                    "Root mean square distance of the neurons from their mean; the mean's from the teacher.",
                    chart,
                    new("neurons from their mean", FigureColors.Observed, KeyMark.Line),
                    new("mean from θ*", FigureColors.Exact, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["time", "spread", "distanceOfMean"],
                    times.Select((t, i) => (double[])[t, spreads[i], errors[i]])),
            ],
        };
    }

    private static (double Spread, double Error) Distances(double[] particles, double[] teacher)
    {
        double[] mean = [.. Enumerable.Range(0, Dimension).Select(
            c => particles.Where((_, i) => i % Dimension == c).Average())];
        var spread = particles.Select((value, i) => value - mean[i % Dimension]).Sum(z => z * z);
        var error = mean.Zip(teacher, (m, t) => (m - t) * (m - t)).Sum();
        return (Math.Sqrt(spread * Dimension / particles.Length), Math.Sqrt(error));
    }

    private static ExperimentSpec Spec() => new()
    {
        Name = "flat",
        Network = new()
        {
            Particles = 64,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(0.5) },
        },
        Data = new LinearTeacherData(Dimension, null, 0),
        Training = new() { StepSize = Step, Horizon = Horizon },
    };
}
