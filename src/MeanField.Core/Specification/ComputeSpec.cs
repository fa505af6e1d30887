namespace MeanField.Core.Specification;

/// <summary>How the arithmetic is arranged. Part of the specification because it changes last bits.</summary>
public sealed record ComputeSpec
{
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>Samples per window of delayed rank-one updates.</summary>
    public int Window { get; init; } = 8;

    /// <summary>Particles per leaf, the unit of summation.</summary>
    public int Leaf { get; init; } = 256;
}

public enum Precision
{
    Double,
    Single,
}

/// <summary>How residuals travel. "exact" is the only strategy so far.</summary>
public sealed record CommunicationSpec
{
    public CommunicationStrategy Strategy { get; init; } = CommunicationStrategy.Exact;
}

public enum CommunicationStrategy
{
    Exact,
}
