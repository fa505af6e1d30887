namespace MeanField.Theory.Radial;

/// <summary>Distributional dynamics of a rotation-invariant law, reduced to the norms r = |w|.</summary>
/// <remarks>
/// f_k = α ∫ φ(r R_k) ρ̄(dr), Risk = Σ_k q_k (y_k − f_k)², ψ′(r) = Σ_k q_k (f_k − y_k) R_k φ′(r R_k),
/// dr/dτ = −g ψ′(r) − 2λ r, r ≥ 0, τ = ∫ξ; g is the gradient factor (2 in the talk) times the rate of the
/// weights.
/// The reduction is exact for every d; derived for this project, after Mei, Montanari, Nguyen 2018.
/// </remarks>
public sealed class RadialDynamics(
    IProfile profile,
    RadialData data,
    double outputScale,
    double gradientFactor,
    double weightDecay)
{
    private readonly double[] _residuals = new double[data.Count];

    /// <summary>ρ̄ of each norm, of sum 1.</summary>
    public double[] Masses { get; set; } = [];

    /// <summary>dr/dτ for every norm.</summary>
    public void Velocity(ReadOnlySpan<double> radii, Span<double> velocity)
    {
        SolveResiduals(radii);
        for (var j = 0; j < radii.Length; j++)
        {
            var r = Math.Max(radii[j], 0);
            var sum = 0.0;
            for (var k = 0; k < data.Count; k++)
                sum += data.Weights[k] * _residuals[k] * data.Norms[k] * profile.Slope(r * data.Norms[k]);
            velocity[j] = gradientFactor * sum - 2 * weightDecay * r;
            // a knot at t = 0 pulls with full force down to r = 0, where the direction is lost: the norm
            // stays there
            if (radii[j] <= 0)
                velocity[j] = Math.Max(velocity[j], 0);
        }
    }

    public double Risk(ReadOnlySpan<double> radii)
    {
        SolveResiduals(radii);
        var risk = 0.0;
        for (var k = 0; k < data.Count; k++)
            risk += data.Weights[k] * _residuals[k] * _residuals[k];
        return risk;
    }

    /// <summary>Ψ(r) = Σ_k q_k (f_k − y_k) φ(r R_k) for the law of these norms.</summary>
    public double[] Potential(ReadOnlySpan<double> radii)
    {
        SolveResiduals(radii);
        var potential = new double[radii.Length];
        for (var j = 0; j < radii.Length; j++)
            for (var k = 0; k < data.Count; k++)
                potential[j] -= data.Weights[k] * _residuals[k] * profile.Value(radii[j] * data.Norms[k]);
        return potential;
    }

    /// <summary>Sets negative norms, which a step may overshoot to, back to 0.</summary>
    public static bool ClampToOrigin(double[] radii)
    {
        var changed = false;
        for (var j = 0; j < radii.Length; j++)
        {
            if (radii[j] >= 0)
                continue;
            radii[j] = 0;
            changed = true;
        }
        return changed;
    }

    // r_k = y_k − f_k
    private void SolveResiduals(ReadOnlySpan<double> radii)
    {
        for (var k = 0; k < data.Count; k++)
        {
            var mean = 0.0;
            for (var j = 0; j < radii.Length; j++)
                mean += Masses[j] * profile.Value(Math.Max(radii[j], 0) * data.Norms[k]);
            _residuals[k] = data.Targets[k] - outputScale * mean;
        }
    }
}
