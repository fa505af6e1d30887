namespace MeanField.Core.Specification;

/// <summary>How the arithmetic is arranged. Part of the specification because it changes last bits.</summary>
public sealed record ComputeSpec
{
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>
    /// Samples per window of delayed rank-one updates; a look-ahead run takes its own windows for it.
    /// </summary>
    public int Window { get; init; } = 8;

    /// <summary>Particles per leaf, the unit of summation.</summary>
    public int Leaf { get; init; } = 256;
}

public enum Precision
{
    Double,
    Single,
}
