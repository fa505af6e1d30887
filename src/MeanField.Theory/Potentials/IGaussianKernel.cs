namespace MeanField.Theory.Potentials;

/// <summary>E σ(u)σ(v) for jointly normal u, v of mean 0.</summary>
public interface IGaussianKernel
{
    /// <param name="c11">Var u.</param>
    /// <param name="c12">Cov(u, v).</param>
    /// <param name="c22">Var v.</param>
    double Value(double c11, double c12, double c22);

    /// <summary>(∂/∂C₁₁, ∂/∂C₁₂) of the value.</summary>
    (double ByVariance, double ByCovariance) Slopes(double c11, double c12, double c22);
}
