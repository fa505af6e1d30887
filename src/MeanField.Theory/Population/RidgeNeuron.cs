using MeanField.Theory.Activations;

namespace MeanField.Theory.Population;

/// <summary>σ*(x; θ) = a σ(⟨w, x⟩ + b), θ = (w, then a if trained, then b if trained).</summary>
public sealed class RidgeNeuron
{
    private readonly ScalarFunction _activation;
    private readonly int _dimension;
    private readonly double _amplitude;
    private readonly double _bias;
    private readonly int _amplitudeIndex;
    private readonly int _biasIndex;

    public RidgeNeuron(NetworkSpec network, int dimension)
    {
        _activation = Activation.Of(network.Activation);
        _dimension = dimension;
        Length = dimension;
        _amplitudeIndex = network.Amplitude.Trained ? Length++ : -1;
        _biasIndex = network.Bias.Trained ? Length++ : -1;
        _amplitude = FixedValue(network.Amplitude);
        _bias = FixedValue(network.Bias);
    }

    /// <summary>D.</summary>
    public int Length { get; }

    /// <summary>Why neurons are not functions of (w, a, b) alone; null where they are.</summary>
    public static string? Obstacle(NetworkSpec network) =>
        IsKnown(network.Amplitude) && IsKnown(network.Bias)
            ? null
            : "amplitudes or biases are fixed at different values for different neurons";

    public double Value(ReadOnlySpan<double> x, ReadOnlySpan<double> theta) =>
        Amplitude(theta) * _activation.Value(PreActivation(x, theta));

    /// <summary>gradient += factor · ∇_θ σ*(x; θ).</summary>
    public void AddGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> theta, double factor, Span<double> gradient)
    {
        var u = PreActivation(x, theta);
        var slope = factor * Amplitude(theta) * _activation.Slope(u);
        for (var i = 0; i < _dimension; i++)
            gradient[i] += slope * x[i];
        if (_amplitudeIndex >= 0)
            gradient[_amplitudeIndex] += factor * _activation.Value(u);
        if (_biasIndex >= 0)
            gradient[_biasIndex] += slope;
    }

    /// <summary>A number for every coordinate of θ, by the parameter it belongs to.</summary>
    public double[] PerParameter(double weights, double amplitude, double bias)
    {
        var values = Enumerable.Repeat(weights, Length).ToArray();
        if (_amplitudeIndex >= 0)
            values[_amplitudeIndex] = amplitude;
        if (_biasIndex >= 0)
            values[_biasIndex] = bias;
        return values;
    }

    private double PreActivation(ReadOnlySpan<double> x, ReadOnlySpan<double> theta)
    {
        var u = _biasIndex >= 0 ? theta[_biasIndex] : _bias;
        for (var i = 0; i < _dimension; i++)
            u += theta[i] * x[i];
        return u;
    }

    private double Amplitude(ReadOnlySpan<double> theta) =>
        _amplitudeIndex >= 0 ? theta[_amplitudeIndex] : _amplitude;

    private static bool IsKnown(ScalarParameterSpec parameter) =>
        parameter.Trained || parameter.Initial is ConstantScalar;

    private static double FixedValue(ScalarParameterSpec parameter) =>
        parameter.Initial is ConstantScalar constant ? constant.Value : double.NaN;
}
