namespace MeanField.Theory.TwoNorms;

/// <summary>Distributional dynamics of a law invariant in each of two blocks, reduced to (r₁, r₂).</summary>
/// <remarks>
/// r_i = |w_i|, and of a sample only R_i = |x_i| matter: f_k = α ∫ φ(r₁R₁, r₂R₂) dρ̄,
/// Risk = Σ_k q_k (y_k − f_k)², ψ = Σ_k q_k (f_k − y_k) φ(r₁R₁, r₂R₂), dr_i/dτ = −g ∂_iψ − 2λ r_i.
/// Exact for every d: the law keeps its invariance under rotations of each block, and the mean of
/// ∇_w σ(⟨w, x⟩) given R₁ and R₂ points along w₁ and w₂. Derived for this project.
/// </remarks>
public sealed class TwoNormDynamics(
    IPairProfile profile, TwoNormData data, double outputScale, double gradientFactor, double weightDecay)
{
    private readonly double[] _outputs = new double[data.Count];
    private PairSlopes[] _slopes = [];

    /// <summary>ρ̄ of each point, of sum 1.</summary>
    public required double[] Masses { get; init; }

    /// <summary>dr/dτ; the state is every r₁, then every r₂.</summary>
    public void Velocity(ReadOnlySpan<double> state, Span<double> velocity)
    {
        Solve(state);
        var count = state.Length / 2;
        for (var j = 0; j < count; j++)
        {
            double signal = 0, rest = 0;
            for (var k = 0; k < data.Count; k++)
            {
                var force = data.Weights[k] * (data.Targets[k] - _outputs[k]);
                signal += force * data.Signal[k] * _slopes[j * data.Count + k].Signal;
                rest += force * data.Rest[k] * _slopes[j * data.Count + k].Rest;
            }
            velocity[j] = Toward(state[j], signal);
            velocity[count + j] = Toward(state[count + j], rest);
        }
    }

    public double Risk(ReadOnlySpan<double> state)
    {
        Solve(state);
        var risk = 0.0;
        for (var k = 0; k < data.Count; k++)
            risk += data.Weights[k] * Math.Pow(data.Targets[k] - _outputs[k], 2);
        return risk;
    }

    // a norm of 0 has no direction to shrink in
    private double Toward(double radius, double force) => radius <= 0
        ? Math.Max(gradientFactor * force, 0)
        : gradientFactor * force - 2 * weightDecay * radius;

    private void Solve(ReadOnlySpan<double> state)
    {
        var count = state.Length / 2;
        if (_slopes.Length != count * data.Count)
            _slopes = new PairSlopes[count * data.Count];
        Array.Clear(_outputs);
        for (var j = 0; j < count; j++)
        {
            var (signal, rest) = (Math.Max(state[j], 0), Math.Max(state[count + j], 0));
            for (var k = 0; k < data.Count; k++)
            {
                var slopes = profile.At(signal * data.Signal[k], rest * data.Rest[k]);
                _slopes[j * data.Count + k] = slopes;
                _outputs[k] += outputScale * Masses[j] * slopes.Value;
            }
        }
    }
}
