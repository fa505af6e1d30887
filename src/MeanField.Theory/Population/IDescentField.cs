namespace MeanField.Theory.Population;

/// <summary>−∇Ψ and R for a network of particles of equal mass.</summary>
public interface IDescentField
{
    NeuronLayout Layout { get; }

    /// <summary>−∇Ψ(θ_i; ρ) at the particles of ρ themselves.</summary>
    void Descend(ReadOnlySpan<double> particles, Span<double> descent);

    /// <summary>R(ρ).</summary>
    double Risk(ReadOnlySpan<double> particles);
}
