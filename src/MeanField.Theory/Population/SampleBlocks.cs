using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>Weighted samples in blocks of equal width, feature after feature; the last one is filled up with
/// samples of weight 0.</summary>
internal sealed class SampleBlocks
{
    private const int MostWidth = 128;

    private readonly double[] _features;
    private readonly double[] _targets;
    private readonly double[] _weights;
    private readonly int _rows;

    public SampleBlocks(WeightedSamples samples)
    {
        var tiles = (samples.Count + Lanes.Tile - 1) / Lanes.Tile;
        Width = Math.Min(MostWidth, tiles * Lanes.Tile);
        Count = (samples.Count + Width - 1) / Width;
        _rows = samples.Dimension + 1;
        (_targets, _weights) = (new double[Count * Width], new double[Count * Width]);
        samples.Targets.CopyTo(_targets, 0);
        samples.Weights.CopyTo(_weights, 0);
        _features = new double[Count * Width * _rows];
        for (var k = 0; k < samples.Count; k++)
        {
            var (block, place) = Math.DivRem(k, Width);
            for (var j = 0; j < _rows; j++)
                _features[(block * _rows + j) * Width + place] =
                    j < samples.Dimension ? samples.Input(k)[j] : 1;
        }
    }

    /// <summary>A multiple of <see cref="Lanes.Tile"/>.</summary>
    public int Width { get; }

    public int Count { get; }

    /// <summary>d + 1 rows: the features, and ones.</summary>
    public ReadOnlySpan<double> Features(int block) =>
        _features.AsSpan(block * _rows * Width, _rows * Width);

    public ReadOnlySpan<double> Targets(int block) => _targets.AsSpan(block * Width, Width);

    public ReadOnlySpan<double> Weights(int block) => _weights.AsSpan(block * Width, Width);
}
