namespace MeanField.Theory.FokkerPlanck;

/// <summary>The cells that a law of neurons is spread over, and how mass flows between them.</summary>
public interface ICells
{
    int Count { get; }

    /// <summary>log of a cell's volume.</summary>
    double LogVolume(int cell);

    /// <summary>|θ|² in a cell.</summary>
    double Square(int cell);

    /// <summary>The mass in the outermost cells, which should be none.</summary>
    double Escaped(double[] masses);

    /// <summary>Steps ∂ρ = ∇·(ρ∇Φ + κ∇ρ) implicitly; the potential is Φ − κ log volume of every
    /// cell.</summary>
    void Diffuse(double[] potential, double diffusion, double duration, double[] masses, double[] next);
}
