namespace MeanField.Core.Specification;

/// <summary>The law of the samples (x, y).</summary>
public abstract record DataSpec;

/// <summary>y = ±1 with probability ½, x | y ~ N(0, (1 ± separation)² I).</summary>
public sealed record IsotropicGaussiansData(int Dimension, double Separation) : DataSpec;

/// <summary>
/// As the isotropic law on the first coordinates (signalDimension of them), N(0, 1) on the rest.
/// </summary>
public sealed record AnisotropicGaussiansData(int Dimension, double Separation, int SignalDimension)
    : DataSpec;

/// <summary>x ~ N(0, I), y = ⟨teacher, x⟩ + noise · g. A null teacher is the first unit vector.</summary>
public sealed record LinearTeacherData(int Dimension, Values? Teacher, double Noise) : DataSpec;

/// <summary>x ~ N(0, I), y = Σ diagonal_i x_i², minus its mean where centered.</summary>
public sealed record QuadraticTeacherData(Values Diagonal, bool Centered) : DataSpec;

/// <summary>
/// y = Σ_m amplitudes_m σ(⟨weights_m, x⟩) + noise · g (a sum, not a mean, over the teacher's neurons).
/// </summary>
public sealed record NeuralTeacherData(
    int Dimension,
    ActivationSpec Activation,
    Rows Weights,
    Values Amplitudes,
    double Noise,
    InputLaw Input) : DataSpec;

/// <summary>The law of a teacher's inputs.</summary>
public enum InputLaw
{
    /// <summary>N(0, I).</summary>
    Gaussian,

    /// <summary>Uniform on the sphere of radius √d.</summary>
    Sphere,
}

/// <summary>x uniform on {±1}^d, y = Σ_m coefficients_m Π_{i ∈ monomials_m} x_i.</summary>
public sealed record HypercubeData(int Dimension, IndexSets Monomials, Values Coefficients) : DataSpec;

/// <summary>One sample, always the same.</summary>
public sealed record ConstantData(Values X, double Y) : DataSpec;

/// <summary>
/// Rows of a table (CSV with a header, or .npy), drawn with replacement from the training part.
/// </summary>
/// <param name="Path">Absolute, or relative to the experiment file.</param>
/// <param name="Target">The column regressed on (a zero-based index, as text, in a .npy table).</param>
/// <param name="Features">The feature columns; null: all the others.</param>
/// <param name="Standardize">Shift and scale every feature to mean 0 and variance 1 over the training
/// rows.</param>
/// <param name="Holdout">The fraction of rows kept for the risk.</param>
/// <param name="Sha256">Of the file's bytes, lower-case hex. Filled in when the specification is resolved, so
/// that the
/// fingerprint speaks of the content and not of the place; a file that differs is refused.</param>
public sealed record FileData(
    string Path,
    string Target,
    Names? Features,
    bool Standardize,
    double Holdout,
    string? Sha256 = null) : DataSpec;
