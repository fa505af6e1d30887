namespace MeanField.Theory;

/// <summary>What neurons at some points would feel among the particles of ρ.</summary>
/// <param name="Potential">Ψ(θ; ρ) = V(θ) + ∫U(θ, θ′) ρ(dθ′) at every point.</param>
/// <param name="Descent">−∇Ψ(θ; ρ) at every point, D numbers each.</param>
public sealed record Landscape(double[] Potential, double[] Descent);
