namespace MeanField.Theory.Kernels;

/// <summary>K_pq = E σ^{(p)}(u) τ^{(q)}(v) for jointly normal u, v.</summary>
/// <remarks>All derivatives of K₀₀ are such moments: ∂/∂m₁ raises p by 1, ∂/∂C₁₁ is ½ K_{p+2,q}, and ∂/∂C₁₂
/// is K_{p+1,q+1} (Price 1958).</remarks>
public interface IPairKernel
{
    /// <summary>No quadrature is behind it.</summary>
    bool InClosedForm { get; }

    double Moment(in JointNormal law, int p, int q);
}
