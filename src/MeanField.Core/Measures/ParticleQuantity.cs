using System.Globalization;
using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>A number read from one particle's row w₁ … w_d, a, b.</summary>
internal delegate double ParticleQuantity(ReadOnlySpan<double> row);

/// <summary>The quantities that specifications name.</summary>
internal static class ParticleQuantities
{
    public static double WeightNorm(ReadOnlySpan<double> row) => Math.Sqrt(SquaredWeightNorm(row));

    public static double SquaredWeightNorm(ReadOnlySpan<double> row) => FixedOrder.SquaredNorm(row[..^2]);

    public static double Amplitude(ReadOnlySpan<double> row) => row[^2];

    public static double Bias(ReadOnlySpan<double> row) => row[^1];

    public static ParticleQuantity Of(HistogramQuantity quantity) => quantity switch
    {
        HistogramQuantity.WeightNorm => WeightNorm,
        HistogramQuantity.FirstWeight => row => row[0],
        HistogramQuantity.Amplitude => Amplitude,
        HistogramQuantity.Bias => Bias,
        _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "unknown quantity"),
    };

    /// <summary>"weightNorm", "w1" … "wd", "a" or "b".</summary>
    public static ParticleQuantity Of(string name)
    {
        var numbered = int.TryParse(name.AsSpan(1), CultureInfo.InvariantCulture, out var number);
        if (numbered && name[0] == 'w')
            return row => row[number - 1];
        return name switch
        {
            "weightNorm" => WeightNorm,
            "a" => Amplitude,
            "b" => Bias,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown coordinate"),
        };
    }
}
