namespace MeanField.Theory.Population;

/// <summary>Where w, a and b lie in θ = (w, then a, then b), and what is fixed of them.</summary>
/// <remarks>A scalar is a coordinate where it is trained, and where it is frozen at different values for
/// different neurons.</remarks>
public sealed class NeuronLayout
{
    private readonly double _amplitude;
    private readonly double _bias;

    public NeuronLayout(NetworkSpec network, int dimension)
    {
        Dimension = dimension;
        Length = dimension;
        AmplitudeIndex = IsCarried(network.Amplitude) ? Length++ : -1;
        BiasIndex = IsCarried(network.Bias) ? Length++ : -1;
        _amplitude = FixedValue(network.Amplitude);
        _bias = FixedValue(network.Bias);
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>D, where every coordinate is trained.</summary>
    public int Length { get; }

    /// <summary>−1 where a is one fixed number.</summary>
    public int AmplitudeIndex { get; }

    /// <summary>−1 where b is one fixed number.</summary>
    public int BiasIndex { get; }

    public double Amplitude(ReadOnlySpan<double> theta) =>
        AmplitudeIndex >= 0 ? theta[AmplitudeIndex] : _amplitude;

    public double Bias(ReadOnlySpan<double> theta) => BiasIndex >= 0 ? theta[BiasIndex] : _bias;

    /// <summary>A number for every coordinate of θ, by the parameter it belongs to.</summary>
    public double[] PerParameter(double weights, double amplitude, double bias)
    {
        var values = Enumerable.Repeat(weights, Length).ToArray();
        if (AmplitudeIndex >= 0)
            values[AmplitudeIndex] = amplitude;
        if (BiasIndex >= 0)
            values[BiasIndex] = bias;
        return values;
    }

    /// <summary>Whether a scalar is a coordinate of θ.</summary>
    public static bool IsCarried(ScalarParameterSpec parameter) =>
        parameter.Trained || parameter.Initial is not ConstantScalar;

    private static double FixedValue(ScalarParameterSpec parameter) =>
        parameter.Initial is ConstantScalar constant ? constant.Value : double.NaN;
}
