using MeanField.Core.Numerics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Ridges under x = diag(scales) G, as lengths and directions, particles in lanes.</summary>
internal sealed class RidgeTable
{
    /// <summary>
    /// Pairs per vector operation, whatever the machine's width: part of what fixes the bits.
    /// </summary>
    public const int Lanes = 8;

    public RidgeTable(ReadOnlySpan<Ridge> ridges, double[] scales)
    {
        Count = ridges.Length;
        Padded = (Count + Lanes - 1) / Lanes * Lanes;
        Dimension = scales.Length;
        Directions = new double[Dimension * Padded];
        Lengths = new double[Count];
        Kinks = new KinkedNormal?[Padded];
        var vector = new double[Dimension];
        for (var i = 0; i < Count; i++)
        {
            for (var k = 0; k < Dimension; k++)
                vector[k] = scales[k] * ridges[i].Weights.Span[k];
            Lengths[i] = Math.Sqrt(FixedOrder.SquaredNorm(vector));
            FixedOrder.Normalise(vector, 1);
            for (var k = 0; k < Dimension; k++)
                Directions[k * Padded + i] = vector[k];
            if (ridges[i].Function.Kinks is { } kinks)
                Kinks[i] = new KinkedNormal(kinks, Lengths[i], ridges[i].Bias);
        }
    }

    public int Count { get; }

    /// <summary><see cref="Count"/>, rounded up to whole lanes; what lies beyond it is zero.</summary>
    public int Padded { get; }

    public int Dimension { get; }

    /// <summary>Coordinate-major: coordinate k of direction i at k · Padded + i.</summary>
    public double[] Directions { get; }

    /// <summary>|diag(scales) w_i|.</summary>
    public double[] Lengths { get; }

    /// <summary>f_i as a piecewise linear function of X ~ N(0, 1); null where it is not.</summary>
    public KinkedNormal?[] Kinks { get; }
}
