namespace MeanField.Core.Specification;

/// <summary>The two-layer network ŷ(x) = scale · Σ a_i σ(⟨w_i,x⟩ + b_i).</summary>
public sealed record NetworkSpec
{
    /// <summary>N, the number of neurons.</summary>
    public required long Particles { get; init; }

    public required ActivationSpec Activation { get; init; }

    public WeightsSpec Weights { get; init; } = new();

    public ScalarParameterSpec Amplitude { get; init; } = new() { Initial = new ConstantScalar(1) };

    public ScalarParameterSpec Bias { get; init; } = new() { Initial = new ConstantScalar(0) };

    /// <summary>α, the factor in front of the network.</summary>
    public double OutputScale { get; init; } = 1;

    public Scaling Scaling { get; init; } = Scaling.MeanField;
}

/// <summary>How the sum over neurons is scaled.</summary>
public enum Scaling
{
    /// <summary>ŷ = (α/N) Σ σ*, steps 2 s r ∇σ*.</summary>
    MeanField,

    /// <summary>ŷ = (α/√N) Σ σ*, steps 2 s r ∇σ* / √N.</summary>
    Lazy,

    /// <summary>The lazy network, to first order around its start (the neural tangent model).</summary>
    Linearized,
}

public sealed record WeightsSpec
{
    public WeightLaw Initial { get; init; } = new GaussianWeights(1);
}

/// <summary>The law of w_i at the start.</summary>
public abstract record WeightLaw;

/// <summary>w ~ N(0, scale²/d · I).</summary>
public sealed record GaussianWeights(double Scale) : WeightLaw;

/// <summary>w uniform on the sphere of that radius.</summary>
public sealed record SphereWeights(double Radius) : WeightLaw;

/// <summary>Every w_i equal to one vector of length d.</summary>
public sealed record FixedWeights(Values Value) : WeightLaw;

/// <summary>w_i given row by row: N rows of length d.</summary>
public sealed record RowWeights(Rows Values) : WeightLaw;

/// <summary>
/// A scalar parameter of every neuron (amplitude a or bias b): trained or frozen, and its start.
/// </summary>
public sealed record ScalarParameterSpec
{
    public bool Trained { get; init; }

    public required ScalarLaw Initial { get; init; }
}

public abstract record ScalarLaw;

public sealed record ConstantScalar(double Value) : ScalarLaw;

/// <summary>N(0, scale²).</summary>
public sealed record GaussianScalar(double Scale) : ScalarLaw;

/// <summary>Uniform on [low, high).</summary>
public sealed record UniformScalar(double Low, double High) : ScalarLaw;

/// <summary>One value per particle, in particle order.</summary>
public sealed record ListedScalar(Values Values) : ScalarLaw;
