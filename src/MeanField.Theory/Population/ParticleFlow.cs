namespace MeanField.Theory.Population;

/// <summary>The population gradient flow of particles of equal mass.</summary>
/// <param name="field">Gives −∇Ψ.</param>
/// <param name="factors">Gradient factor times rate, per coordinate of a particle.</param>
/// <param name="weightDecay">λ.</param>
public sealed class ParticleFlow(PopulationField field, double[] factors, double weightDecay)
{
    public void Velocity(ReadOnlySpan<double> state, Span<double> velocity)
    {
        var descent = field.Descent(state);
        for (var i = 0; i < state.Length; i++)
            velocity[i] = factors[i % field.Length] * descent[i] - 2 * weightDecay * state[i];
    }
}
