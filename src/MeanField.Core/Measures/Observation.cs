using System.Collections.Immutable;

namespace MeanField.Core.Measures;

/// <summary>The empirical measure at an observed time, in numbers.</summary>
public sealed record Observation
{
    /// <summary>k.</summary>
    public required long Step { get; init; }

    /// <summary>t = kε.</summary>
    public required double Time { get; init; }

    /// <summary>The population risk E(y − ŷ)², estimated as the mean over fresh test samples.</summary>
    public required double Risk { get; init; }

    /// <summary>Standard error of <see cref="Risk"/>; 0 where the test set is the whole law.</summary>
    public required double RiskStandardError { get; init; }

    /// <summary>Further named numbers (exactRisk where the law has a closed form, moments, test functions, …), in column order.</summary>
    public ImmutableArray<NamedValue> Columns { get; init; } = [];

    public Histogram? Histogram { get; init; }

    /// <summary>The tracked particles' rows, tracked × D, particle-major.</summary>
    public ImmutableArray<double> Paths { get; init; } = [];
}

public readonly record struct NamedValue(string Name, double Value);

/// <summary>Counts of a quantity over equal bins.</summary>
/// <param name="Low">Left edge of the first bin.</param>
/// <param name="High">Right edge of the last bin.</param>
/// <param name="Counts">Particles per bin; their sum is N.</param>
public sealed record Histogram(double Low, double High, ImmutableArray<long> Counts);
