using MeanField.Theory.Population;

namespace MeanField.Theory.Potentials;

/// <summary>V(θ) = −E y σ*(x; θ) and U(θ, θ′) = E σ*(x; θ) σ*(x; θ′) of one law of the data.</summary>
public interface IPotentials
{
    NeuronLayout Layout { get; }

    /// <summary>R_# = E y².</summary>
    double TargetSquare { get; }

    /// <summary>jet += factor · V at θ.</summary>
    void AddExternal(ReadOnlySpan<double> theta, double factor, Jet jet);

    /// <summary>jet += factor · U(·, θ′) at θ.</summary>
    void AddInteraction(ReadOnlySpan<double> theta, ReadOnlySpan<double> other, double factor, Jet jet);

    /// <summary>θ ↦ ∫ U(θ, θ′) ρ(dθ′).</summary>
    IMeanInteraction Against(WeightedNeurons law);
}

/// <summary>∫ U(·, θ′) ρ(dθ′) for one ρ.</summary>
public interface IMeanInteraction
{
    /// <summary>jet += factor · ∫ U(·, θ′) ρ(dθ′) at θ.</summary>
    void Add(ReadOnlySpan<double> theta, double factor, Jet jet);
}
