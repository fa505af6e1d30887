namespace MeanField.Theory.TwoNorms;

/// <summary>φ(S₁, S₂) = E σ(S₁ω₁ + S₂ω₂), ω_i one coordinate of a uniform point of block i's
/// sphere.</summary>
public interface IPairProfile
{
    PairSlopes At(double signal, double rest);
}

/// <summary>φ and its two partial derivatives.</summary>
public readonly record struct PairSlopes(double Value, double Signal, double Rest);
