using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory.Moments;

namespace MeanField.Lab.Studies.Noiseless;

/// <summary>What finite steps add to the mean risk at a fixed time: of order εD.</summary>
public sealed class StepBias : Claim
{
    private const double Horizon = 0.5;
    private const double Noise = 0.5;

    private static readonly double[] Steps = [4e-4, 2e-4, 1e-4, 5e-5];
    private static readonly int[] Dimensions = [10, 20, 40, 80];

    public override string Name => "step-bias";

    public override string Statement => "At a fixed time the steps' effect on the mean risk is of order εD.";

    public override string Source =>
        "Derived for this project; the talk's err has √(ε D) for one run's deviation";

    public override string Method =>
        "Linear neurons, whose mean risk is an exact recursion in k: its excess over the limit at t = ½, "
        + "for steps and dimensions that double.";

    public override Finding Measure(StudyScope scope)
    {
        var excess = Dimensions.Select(d => Steps.Select(step => Excess(d, step)).ToArray()).ToArray();
        var chart = PowerLawChart.New().Label("step size ε", "excess of the mean risk");
        for (var i = 0; i < Dimensions.Length; i++)
        {
            var color = RankedSeries.Color(i, Dimensions.Length);
            chart.Slope(Steps, excess[i], 1, color).Dots(Steps, excess[i], color, size: 7);
        }
        double[] dimensions = [.. Dimensions.Select(d => (double)d)];
        return new()
        {
            Checks =
            [
                new(
                    "exponent in ε of the excess at d = 40",
                    Estimate.Exact(PowerLaw.Exponent(Steps, excess[2])),
                    Expectation.Near(1, 0.05)),
                new(
                    "exponent in d of the excess at ε = 5·10⁻⁵",
                    Estimate.Exact(PowerLaw.Exponent(dimensions, [.. excess.Select(row => row[^1])])),
                    Expectation.Near(1, 0.1)),
            ],
            Figures =
            [
                StudyFigure.Of(
                    Name, "Steps add εD to the mean risk",
                    "Dots: exact excess of the mean risk of linear neurons at t = ½ over the limit. Dashed: "
                    + "slope 1.",
                    chart,
                    RankedSeries.Key([.. Dimensions.Select(d => $"d = {d}")], KeyMark.Dots)),
            ],
            Tables =
            [
                RawTable.Of(
                    Name, ["dimension", "stepSize", "excess"],
                    Dimensions.SelectMany((d, i) =>
                        Steps.Select((step, j) => (double[])[d, step, excess[i][j]]))),
            ],
        };
    }

    /// <summary>E R_N(θᵏ) − R(ρ_t), t = kε.</summary>
    private static double Excess(int dimension, double step)
    {
        var spec = Spec(dimension, step);
        var recursion = new LinearLms(spec);
        recursion.AdvanceTo(spec.Training.Steps);
        return recursion.ExpectedRisk - (Noise * Noise + Math.Exp(-4 * Horizon));
    }

    // every neuron starts at 0: no effect of N is in it
    private static ExperimentSpec Spec(int dimension, double step) => new()
    {
        Name = "linear",
        Network = new()
        {
            Particles = 1,
            Activation = new LinearActivation(),
            Weights = new() { Initial = new GaussianWeights(0) },
        },
        Data = new LinearTeacherData(dimension, null, Noise),
        Training = new() { StepSize = step, Horizon = Horizon },
    };
}
