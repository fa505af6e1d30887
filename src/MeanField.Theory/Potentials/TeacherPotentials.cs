using MathNet.Numerics.LinearAlgebra;

namespace MeanField.Theory.Potentials;

/// <summary>V, U, Ψ, R and their w-gradients for σ* = a σ(⟨w, x⟩), x ~ N(0, I) in any dimension, and a neural
/// teacher
/// of the same activation: y = Σ_m a_m σ(⟨w_m, x⟩) + η.</summary>
/// <remarks>U(w, w′) = k(|w|², ⟨w, w′⟩, |w′|²), V(w) = −Σ_m a_m U(w, w_m), R = R_# + 2∫V + ∫∫U,
/// ∇_w U = 2 ∂₁₁k w + ∂₁₂k w′.</remarks>
public sealed class TeacherPotentials(
    IGaussianKernel kernel,
    IReadOnlyList<Vector<double>> teacher,
    IReadOnlyList<double> amplitudes,
    double noiseVariance)
{
    /// <summary>U(w, w′).</summary>
    public double Interaction(Vector<double> w, Vector<double> other) =>
        kernel.Value(w * w, w * other, other * other);

    /// <summary>∇_w U(w, w′).</summary>
    public Vector<double> InteractionGradient(Vector<double> w, Vector<double> other)
    {
        var (byVariance, byCovariance) = kernel.Slopes(w * w, w * other, other * other);
        return w * (2 * byVariance) + other * byCovariance;
    }

    /// <summary>V(w).</summary>
    public double External(Vector<double> w) =>
        -teacher.Zip(amplitudes, (t, a) => a * Interaction(w, t)).Sum();

    /// <summary>∇V(w).</summary>
    public Vector<double> ExternalGradient(Vector<double> w) =>
        teacher.Zip(amplitudes, (t, a) => InteractionGradient(w, t) * -a).Aggregate((a, b) => a + b);

    /// <summary>Ψ(w; ρ̂), ρ̂ the mean over particles.</summary>
    public double Potential(Vector<double> w, IReadOnlyList<Vector<double>> particles) =>
        External(w) + particles.Average(other => Interaction(w, other));

    /// <summary>∇Ψ(w; ρ̂).</summary>
    public Vector<double> PotentialGradient(Vector<double> w, IReadOnlyList<Vector<double>> particles) =>
        particles.Aggregate(
            ExternalGradient(w), (sum, other) => sum + InteractionGradient(w, other) / particles.Count);

    /// <summary>R(ρ̂) = R_# + 2∫V + ∫∫U.</summary>
    public double Risk(IReadOnlyList<Vector<double>> particles) =>
        TargetSquare + 2 * particles.Average(External)
            + particles.Average(w => particles.Average(other => Interaction(w, other)));

    /// <summary>R_# = E y².</summary>
    private double TargetSquare =>
        noiseVariance - teacher.Zip(amplitudes, (t, a) => a * External(t)).Sum();
}
