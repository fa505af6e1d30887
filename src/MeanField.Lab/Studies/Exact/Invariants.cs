using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Theory;
using MeanField.Theory.Population;

namespace MeanField.Lab.Studies.Exact;

/// <summary>What the dynamics keep: order means nothing, splitting neurons changes nothing.</summary>
public sealed class Invariants : Claim
{
    private const int Neurons = 6;
    private const int Dimension = 2;

    public override string Name => "invariants";

    public override string Statement =>
        "SGD does not know the order of the neurons; splitting every neuron in two leaves the population "
        + "flow unchanged; dR/dt = −4∫|∇Ψ|²dρ; a² − |w|² of a ReLU neuron is kept.";

    public override string Source => "The talk (permutation invariance); derived for this project";

    public override string Method =>
        "Six tanh or ReLU neurons in the plane: SGD in two orders, the flow of six and of twelve, and the "
        + "flow's own derivative of the risk by central differences.";

    public override Finding Measure(StudyScope scope)
    {
        var rows = Rows();
        var order = Math.Abs(SgdRisk(rows) - SgdRisk([.. rows.Reverse()]));
        var (six, twelve) = (FlowRisks(rows, scope), FlowRisks([.. rows, .. rows], scope));
        var split = six.Zip(twelve, (a, b) => Math.Abs(a - b)).Max();
        double[] times = [.. Times(scope)];
        var chart = new Chart(AxisScale.Linear, new LogarithmicScale())
            .Line(times, six, FigureColors.Theory)
            .Dots(times, twelve, FigureColors.Observed, size: 6)
            .Label("time t", "risk");
        return new()
        {
            Checks =
            [
                Small("difference of the risk after 200 steps in two orders", order, 1e-12),
                Small("largest difference of the risks of 6 and 2 × 6 neurons", split, 1e-9),
                Small("relative error of dR/dt = −4∫|∇Ψ|²", Dissipation(rows), 1e-6),
                Small("largest |a ∂_aΨ − ⟨w, ∂_wΨ⟩|", ReluBalance(rows), 1e-14),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Splitting neurons changes nothing",
                    "Line: the population flow of six neurons. Dots: of the same neurons, each split in two.",
                    chart,
                    new("6 neurons", FigureColors.Theory, KeyMark.Line),
                    new("2 × 6 neurons", FigureColors.Observed, KeyMark.Dots)),
            ],
            Tables =
            [
                RawTable.Of(Name, ["time", "riskOfSix", "riskOfTwelve"],
                    times.Select((time, i) => (double[])[time, six[i], twelve[i]])),
            ],
        };
    }

    private static Check Small(string quantity, double value, double bound) =>
        new(quantity, Estimate.Exact(value), Expectation.AtMost(bound));

    private static double[] Times(StudyScope scope) =>
        [.. Enumerable.Range(0, scope.Pick(3, 21, 41)).Select(i => i * 0.5)];

    private static double SgdRisk(double[][] rows)
    {
        using var run = new ParticleRun(Spec(rows, new TanhActivation()));
        run.AdvanceTo(200L);
        return run.ExactRisk();
    }

    private static double[] FlowRisks(double[][] rows, StudyScope scope) =>
        [.. ParticleReference.Choose(Spec(rows, new TanhActivation())).Solver!
            .Solve(Times(scope), scope.Cancellation).Points.Select(point => point.Risk)];

    /// <summary>(R(θ + hv) − R(θ − hv))/2h along v = −2∇Ψ, against −4∫|∇Ψ|².</summary>
    private static double Dissipation(double[][] rows)
    {
        const double h = 1e-4;
        var field = FieldEvaluator.For(Spec(rows, new TanhActivation()));
        double[] theta = [.. rows.SelectMany(row => row)];
        var descent = Descent(field, theta);
        double Risk(double s) => field.Risk([.. theta.Zip(descent, (t, v) => t + 2 * s * v)]);
        var slope = (Risk(h) - Risk(-h)) / (2 * h);
        return Math.Abs(slope / (-4 * descent.Sum(v => v * v) / rows.Length) - 1);
    }

    /// <summary>½ d/dt(a² − |w|²), up to the factor of the step.</summary>
    private static double ReluBalance(double[][] rows)
    {
        var spec = Spec(rows, new ReluActivation());
        var trained = spec with
        {
            Network = spec.Network with
            {
                Amplitude = new() { Trained = true, Initial = new ConstantScalar(1) },
            },
        };
        double[] theta = [.. rows.SelectMany((row, i) => (double[])[.. row, 1 - 0.3 * i])];
        var descent = Descent(FieldEvaluator.For(trained), theta);
        return theta.Zip(descent, (t, v) => t * v).Chunk(Dimension + 1)
            .Max(products => Math.Abs(products[^1] - products[..^1].Sum()));
    }

    private static double[] Descent(FieldEvaluator field, double[] theta) =>
        [.. field.External(theta).Zip(field.Interaction(theta, theta), (a, b) => a + b)];

    private static double[][] Rows() =>
        [.. Enumerable.Range(0, Neurons).Select(i =>
            (double[])[Math.Cos(1.7 * i), 0.8 * Math.Sin(2.3 * i + 1)])];

    private static ExperimentSpec Spec(double[][] rows, ActivationSpec activation) => new()
    {
        Name = "plane",
        Network = new()
        {
            Particles = rows.Length,
            Activation = activation,
            Weights = new() { Initial = new RowWeights([.. rows.Select(row => new Values(row))]) },
        },
        Data = new NeuralTeacherData(
            Dimension, activation, [[1.5, 0], [0, 1]], [0.6, -0.5], Noise: 0, InputLaw.Gaussian),
        Training = new() { StepSize = 0.01, Horizon = 2 },
        Observe = new() { TestSamples = 2 },
    };
}
