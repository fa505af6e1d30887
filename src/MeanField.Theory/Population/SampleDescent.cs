using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>−∇Ψ = E[(y − f) ∇σ*] as a sum over weighted samples, by two matrix products: particles times
/// samples for σ and σ′, and samples times features for the gradient.</summary>
/// <remarks>Block of samples after block, so that σ and σ′ of all particles stay in the cache.</remarks>
public sealed class SampleDescent : IDescentField
{
    // of σ, σ′ and the residual of one particle at one sample
    private const int ActivationOperations = 16;

    private readonly SampleBlocks _blocks;
    private readonly ActivationRow _activation;
    private readonly double _outputScale;
    private readonly double _noiseVariance;
    private readonly double[] _residuals;
    private readonly double[] _sums;
    private double[] _values = [];
    private double[] _slopes = [];

    public SampleDescent(NetworkSpec network, WeightedSamples samples)
    {
        (_outputScale, _noiseVariance) = (network.OutputScale, samples.NoiseVariance);
        _blocks = new SampleBlocks(samples);
        _activation = ActivationRows.Of(network.Activation);
        Layout = new NeuronLayout(network, samples.Dimension);
        _residuals = new double[_blocks.Width];
        _sums = new double[samples.Dimension + 1];
    }

    public NeuronLayout Layout { get; }

    /// <summary>About how many multiplications <see cref="Descend"/> takes for each particle.</summary>
    public static double OperationsPerParticle(int samples, int dimension) =>
        samples * (2.0 * dimension + ActivationOperations);

    public void Descend(ReadOnlySpan<double> particles, Span<double> descent)
    {
        descent.Clear();
        for (var block = 0; block < _blocks.Count; block++)
        {
            Solve(particles, block);
            Lanes.Multiply(_blocks.Weights(block), _residuals);
            AddGradient(particles, block, descent);
        }
    }

    public double Risk(ReadOnlySpan<double> particles)
    {
        var risk = _noiseVariance;
        for (var block = 0; block < _blocks.Count; block++)
        {
            Solve(particles, block);
            var weights = _blocks.Weights(block);
            for (var k = 0; k < weights.Length; k++)
                risk += weights[k] * _residuals[k] * _residuals[k];
        }
        return risk;
    }

    private void AddGradient(ReadOnlySpan<double> particles, int block, Span<double> descent)
    {
        for (var i = 0; i < particles.Length / Layout.Length; i++)
        {
            var slopes = Row(_slopes, i);
            Lanes.Multiply(_residuals, slopes);
            Lanes.DotRows(_blocks.Features(block), slopes, _sums);
            var amplitude = Layout.Amplitude(particles.Slice(i * Layout.Length, Layout.Length));
            var field = descent.Slice(i * Layout.Length, Layout.Length);
            Lanes.Add(amplitude, _sums.AsSpan(0, Layout.Dimension), field[..Layout.Dimension]);
            if (Layout.AmplitudeIndex >= 0)
                field[Layout.AmplitudeIndex] += Lanes.Dot(Row(_values, i), _residuals);
            if (Layout.BiasIndex >= 0)
                field[Layout.BiasIndex] += amplitude * _sums[^1];
        }
    }

    // residuals y − f on the block; σ and σ′ of every particle at every sample of it are kept
    private void Solve(ReadOnlySpan<double> particles, int block)
    {
        var count = particles.Length / Layout.Length;
        if (_values.Length != count * _blocks.Width)
            (_values, _slopes) = (new double[count * _blocks.Width], new double[count * _blocks.Width]);
        _blocks.Targets(block).CopyTo(_residuals);
        for (var i = 0; i < count; i++)
        {
            var theta = particles.Slice(i * Layout.Length, Layout.Length);
            var values = Row(_values, i);
            values.Fill(Layout.Bias(theta));
            Lanes.AddRows(theta[..Layout.Dimension], _blocks.Features(block), values);
            _activation(values, Row(_slopes, i));
            Lanes.Add(-_outputScale * Layout.Amplitude(theta) / count, values, _residuals);
        }
    }

    private Span<double> Row(double[] rows, int i) => rows.AsSpan(i * _blocks.Width, _blocks.Width);
}
