using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Studies.Charts;
using MeanField.Lab.Studies.Ensembles;
using MeanField.Lab.Studies.Statistics;
using MeanField.Theory.Moments;

namespace MeanField.Lab.Studies.Noisy;

/// <summary>What the noise costs at the fixed point: CD/β, of the risk that decay is counted in.</summary>
public sealed class RiskInTemperature : Claim
{
    private const double LinearBeta = 50;
    private const double LinearDecay = 0.3;

    private static readonly int[] Dimensions = [1, 2, 4, 8, 16, 32];
    private static readonly double[] Betas = [.. Enumerable.Range(0, 9).Select(i => 10 * Math.Pow(2, i))];

    public override string Name => "risk-in-temperature";

    public override string Statement => "R(ρ*) ≤ inf R_N + CD/β.";

    public override string Source => "The talk, theorem (informal, noisy convergence)";

    public override string Method =>
        "One weight, σ* = tanh θ, y = 0.6, λ = 0.2: the Gibbs fixed point for β from 10 to 2560; its excess "
        + "of R + λ∫θ², which the noisy dynamics minimise, and of R alone. In D: linear neurons in closed "
        + "form.";

    public override Finding Measure(StudyScope scope)
    {
        var laws = scope.Map(Betas, NoisyTanh.Gibbs);
        var least = LeastPenalised();
        double[] penalised =
            [.. laws.Select(law => law.Risk + NoisyTanh.WeightDecay * law.Mean(t => t * t) - least)];
        // y = 0.6 is within reach of tanh: inf R = 0
        double[] bare = [.. laws.Select(law => law.Risk)];
        double[] byDimension = [.. Dimensions.Select(LinearExcess)];
        var chart = PowerLawChart.New()
            .Slope(Betas[^4..], penalised[^4..], -1, FigureColors.Theory)
            .Dots(Betas, penalised, FigureColors.Observed, size: 7)
            .Dots(Betas, bare, FigureColors.Exact, size: 7)
            .Label("inverse temperature β", "excess at the fixed point");
        return new()
        {
            Checks =
            [
                new(
                    "exponent in β of the excess of R + λ∫θ², β ≥ 320",
                    Estimate.Exact(PowerLaw.Exponent(Betas[^4..], penalised[^4..])),
                    Expectation.Near(-1, 0.05)),
                new(
                    "β times that excess at β = 2560, over D",
                    Estimate.Exact(Betas[^1] * penalised[^1]),
                    Expectation.Near(1, 0.02)),
                new(
                    "exponent in D of the excess, linear neurons",
                    Estimate.Exact(PowerLaw.Exponent([.. Dimensions.Select(d => (double)d)], byDimension)),
                    Expectation.Near(1, 0.01)),
                new(
                    "exponent in β of the excess of R alone, β ≥ 320",
                    Estimate.Exact(PowerLaw.Exponent(Betas[^4..], bare[^4..])),
                    Expectation.Near(-1, 0.1),
                    new(
                        Expectation.Near(0, 0.05),
                        "With λ > 0 held, R(ρ*) tends to the risk that decay allows, not to inf R: the "
                        + "statement is true of R + λ∫|θ|², on both sides, or where λ falls with 1/β.")),
            ],
            Remark =
                "To first order every quadratic direction costs 1/β, whatever its stiffness: C = 1 here.",
            Figures =
            [
                StudyFigure.Of(
                    Name, "What the noise costs at the fixed point",
                    "Dots: excess of the Gibbs fixed point over the infimum. Dashed: slope −1.",
                    chart,
                    new("R + λ∫θ²", FigureColors.Observed, KeyMark.Dots),
                    new("R alone", FigureColors.Exact, KeyMark.Dots),
                    new("D/β", FigureColors.Theory, KeyMark.Line)),
            ],
            Tables =
            [
                RawTable.Of(
                    $"{Name}-by-dimension", ["dimension", "excessOfLinearNeurons"],
                    Dimensions.Select((d, i) => (double[])[d, byDimension[i]])),
                RawTable.Of(
                    Name, ["inverseTemperature", "excessWithDecay", "excessOfRisk"],
                    Betas.Select((beta, i) => (double[])[beta, penalised[i], bare[i]])),
            ],
        };
    }

    /// <summary>R + λ∫|θ|² over its minimum λ/(1 + λ), for linear neurons and a teacher of length 1 at a late
    /// time.</summary>
    private static double LinearExcess(int dimension)
    {
        var reference = LinearReference.Choose(new()
        {
            Name = "linear",
            Network = new()
            {
                Particles = 1,
                Activation = new LinearActivation(),
                Weights = new() { Initial = new GaussianWeights(1) },
            },
            Data = new LinearTeacherData(dimension, null, 0),
            Training = new()
            {
                StepSize = 0.01,
                Horizon = 1,
                WeightDecay = LinearDecay,
                InverseTemperature = LinearBeta,
            },
        });
        var late = reference.Solver!.Solve([100]).Points[0];
        return late.Risk + LinearDecay * late.Columns.Single().Value - LinearDecay / (1 + LinearDecay);
    }

    /// <summary>min (y − tanh θ)² + λθ²: over laws, too, as θ² is a convex function of tanh θ.</summary>
    private static double LeastPenalised() => Enumerable.Range(0, 200001).Min(i =>
    {
        var theta = 1e-5 * i;
        return Math.Pow(NoisyTanh.Target - Math.Tanh(theta), 2) + NoisyTanh.WeightDecay * theta * theta;
    });
}
