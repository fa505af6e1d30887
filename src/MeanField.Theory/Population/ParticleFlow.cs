namespace MeanField.Theory.Population;

/// <summary>The population gradient flow of particles of equal mass.</summary>
/// <param name="field">Gives −∇Ψ.</param>
/// <param name="factors">Gradient factor times rate, per coordinate of a particle.</param>
/// <param name="decays">2λ, per coordinate of a particle.</param>
public sealed class ParticleFlow(IDescentField field, double[] factors, double[] decays)
{
    /// <summary>The flow of a specification; what is frozen stays.</summary>
    public static ParticleFlow Of(ExperimentSpec spec, IDescentField field)
    {
        var (training, network, rates) = (spec.Training, spec.Network, spec.Training.Rates);
        var (g, decay) = (training.GradientFactor, 2 * training.WeightDecay);
        double If(ScalarParameterSpec parameter, double value) => parameter.Trained ? value : 0;
        return new ParticleFlow(
            field,
            field.Layout.PerParameter(
                g * rates.Weights,
                If(network.Amplitude, g * rates.Amplitude),
                If(network.Bias, g * rates.Bias)),
            field.Layout.PerParameter(decay, If(network.Amplitude, decay), If(network.Bias, decay)));
    }

    public void Velocity(ReadOnlySpan<double> state, Span<double> velocity)
    {
        field.Descend(state, velocity);
        for (var i = 0; i < state.Length; i++)
        {
            var coordinate = i % factors.Length;
            velocity[i] = factors[coordinate] * velocity[i] - decays[coordinate] * state[i];
        }
    }
}
