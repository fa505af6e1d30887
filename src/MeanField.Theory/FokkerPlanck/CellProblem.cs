using MeanField.Theory.Integration;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Noisy dynamics on cells: ∂_τ ρ = ∇·(ρ∇Φ) + κΔρ, Φ = g Σ_k q_k (f_k − y_k) σ_k + λ|θ|².</summary>
/// <param name="Cells">What the law is spread over.</param>
/// <param name="Modes">σ_k in every cell, and what the network is to be there.</param>
/// <param name="OutputScale">α.</param>
/// <param name="GradientFactor">g: times the rate of the weights; 2 in the talk.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="Diffusion">κ: 2/β, or 1/β as printed.</param>
public sealed record CellProblem(
    ICells Cells,
    CellModes Modes,
    double OutputScale,
    double GradientFactor,
    double WeightDecay,
    double Diffusion)
{
    /// <summary>f_k = α ∫ σ_k dρ.</summary>
    public double[] Outputs(double[] masses) =>
        [.. Modes.Values.Select(values => OutputScale * Lanes.Dot(masses, values))];

    /// <summary>Φ of every cell for these outputs.</summary>
    public void FillPotential(double[] outputs, double[] potential)
    {
        for (var i = 0; i < potential.Length; i++)
            potential[i] = WeightDecay * Cells.Square(i);
        for (var k = 0; k < outputs.Length; k++)
            Lanes.Add(GradientFactor * (outputs[k] - Modes.Targets[k]), Modes.Values[k], potential);
    }

    /// <summary>R for these outputs.</summary>
    public double Risk(double[] outputs) => Modes.Remainder
        + outputs.Zip(Modes.Targets, (f, y) => (y - f) * (y - f)).Sum();
}
