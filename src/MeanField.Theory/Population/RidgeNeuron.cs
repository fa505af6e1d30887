using MeanField.Theory.Activations;

namespace MeanField.Theory.Population;

/// <summary>σ*(x; θ) = a σ(⟨w, x⟩ + b).</summary>
public sealed class RidgeNeuron(NetworkSpec network, int dimension)
{
    private readonly ScalarFunction _activation = Activation.Of(network.Activation);
    private readonly Func<double, int, double>? _smooth = ActivationDerivatives.Of(network.Activation);

    public NeuronLayout Layout { get; } = new(network, dimension);

    /// <summary>D.</summary>
    public int Length => Layout.Length;

    /// <summary>Why a trajectory's rows do not say all of a neuron; null where they do.</summary>
    public static string? Obstacle(NetworkSpec network) =>
        IsKnown(network.Amplitude) && IsKnown(network.Bias)
            ? null
            : "amplitudes or biases are fixed at different values for different neurons";

    public double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> theta) =>
        Layout.Amplitude(theta) * _activation.Value(PreActivation(x, theta));

    /// <summary>gradient += factor · ∇_θ σ*(x; θ).</summary>
    public void AddGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> theta, double factor, Span<double> gradient)
    {
        var u = PreActivation(x, theta);
        var slope = factor * Layout.Amplitude(theta) * _activation.Slope(u);
        for (var i = 0; i < x.Length; i++)
            gradient[i] += slope * x[i];
        if (Layout.AmplitudeIndex >= 0)
            gradient[Layout.AmplitudeIndex] += factor * _activation.Value(u);
        if (Layout.BiasIndex >= 0)
            gradient[Layout.BiasIndex] += slope;
    }

    /// <summary>hessian += factor · ∇²_θ σ*(x; θ), row by row; a corner of σ counts as straight.</summary>
    public void AddHessian(
        ReadOnlySpan<double> x, ReadOnlySpan<double> theta, double factor, Span<double> hessian)
    {
        var u = PreActivation(x, theta);
        var bend = factor * Layout.Amplitude(theta) * (_smooth?.Invoke(u, 2) ?? 0);
        var slope = factor * _activation.Slope(u);
        var (a, b) = (Layout.AmplitudeIndex, Layout.BiasIndex);
        // u depends on (w, b) by (x, 1), σ* on a by σ
        double Input(ReadOnlySpan<double> inputs, int i) => i < inputs.Length ? inputs[i] : i == b ? 1 : 0;
        for (var i = 0; i < Length; i++)
            for (var j = 0; j < Length; j++)
                hessian[i * Length + j] += bend * Input(x, i) * Input(x, j)
                    + (i == a ? slope * Input(x, j) : 0) + (j == a ? slope * Input(x, i) : 0);
    }

    private double PreActivation(ReadOnlySpan<double> x, ReadOnlySpan<double> theta)
    {
        var u = Layout.Bias(theta);
        for (var i = 0; i < x.Length; i++)
            u += theta[i] * x[i];
        return u;
    }

    private static bool IsKnown(ScalarParameterSpec parameter) =>
        parameter.Trained || parameter.Initial is ConstantScalar;
}
