namespace MeanField.Theory.Moments;

/// <summary>Moments of w alone close only where every neuron has the same fixed amplitude and no
/// bias.</summary>
internal static class FixedReadout
{
    public static string? Obstacle(NetworkSpec network)
    {
        if (network.Amplitude.Trained || network.Bias.Trained)
            return "amplitudes or biases are trained";
        if (network.Amplitude.Initial is not ConstantScalar)
            return "amplitudes differ between neurons";
        return network.Bias.Initial is ConstantScalar { Value: 0 } ? null : "biases are not zero";
    }
}
