using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>−∇Ψ = E[(y − f) ∇σ*] as a sum over weighted samples, vectorised over the samples.</summary>
public sealed class SampleDescent : IDescentField
{
    private readonly WeightedSamples _samples;
    private readonly ScalarFunction _activation;
    private readonly double _outputScale;
    private readonly double[][] _features;
    private readonly double[] _residuals;
    private double[] _values = [];
    private double[] _slopes = [];

    public SampleDescent(NetworkSpec network, WeightedSamples samples)
    {
        (_samples, _outputScale) = (samples, network.OutputScale);
        _activation = Activation.Of(network.Activation);
        Layout = new NeuronLayout(network, samples.Dimension);
        _residuals = new double[samples.Count];
        _features = [.. Enumerable.Range(0, samples.Dimension).Select(
            j => Enumerable.Range(0, samples.Count).Select(k => samples.Input(k)[j]).ToArray())];
    }

    public NeuronLayout Layout { get; }

    public void Descend(ReadOnlySpan<double> particles, Span<double> descent)
    {
        Solve(particles, withSlopes: true);
        for (var k = 0; k < _residuals.Length; k++)
            _residuals[k] *= _samples.Weights[k];
        for (var i = 0; i < particles.Length / Layout.Length; i++)
        {
            var slopes = _slopes.AsSpan(i * _samples.Count, _samples.Count);
            for (var k = 0; k < slopes.Length; k++)
                slopes[k] *= _residuals[k];
            var theta = particles.Slice(i * Layout.Length, Layout.Length);
            var amplitude = Layout.Amplitude(theta);
            var field = descent.Slice(i * Layout.Length, Layout.Length);
            for (var j = 0; j < _features.Length; j++)
                field[j] = amplitude * Lanes.Dot(slopes, _features[j]);
            if (Layout.AmplitudeIndex >= 0)
                field[Layout.AmplitudeIndex] =
                    Lanes.Dot(_values.AsSpan(i * _samples.Count, _samples.Count), _residuals);
            if (Layout.BiasIndex >= 0)
                field[Layout.BiasIndex] = amplitude * Sum(slopes);
        }
    }

    public double Risk(ReadOnlySpan<double> particles)
    {
        Solve(particles, withSlopes: false);
        var risk = _samples.NoiseVariance;
        for (var k = 0; k < _residuals.Length; k++)
            risk += _samples.Weights[k] * _residuals[k] * _residuals[k];
        return risk;
    }

    // residuals y − f; σ and σ′ of every particle at every sample are kept
    private void Solve(ReadOnlySpan<double> particles, bool withSlopes)
    {
        var count = particles.Length / Layout.Length;
        if (_values.Length != count * _samples.Count)
            (_values, _slopes) = (new double[count * _samples.Count], new double[count * _samples.Count]);
        _samples.Targets.CopyTo(_residuals, 0);
        for (var i = 0; i < count; i++)
        {
            var theta = particles.Slice(i * Layout.Length, Layout.Length);
            var values = _values.AsSpan(i * _samples.Count, _samples.Count);
            var slopes = _slopes.AsSpan(i * _samples.Count, _samples.Count);
            values.Fill(Layout.Bias(theta));
            for (var j = 0; j < _features.Length; j++)
                Lanes.Add(theta[j], _features[j], values);
            for (var k = 0; k < values.Length; k++)
            {
                var u = values[k];
                values[k] = _activation.Value(u);
                if (withSlopes)
                    slopes[k] = _activation.Slope(u);
            }
            Lanes.Add(-_outputScale * Layout.Amplitude(theta) / count, values, _residuals);
        }
    }

    private static double Sum(ReadOnlySpan<double> a)
    {
        var sum = 0.0;
        foreach (var value in a)
            sum += value;
        return sum;
    }
}
