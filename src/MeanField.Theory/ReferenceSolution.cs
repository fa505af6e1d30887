using System.Collections.Immutable;

namespace MeanField.Theory;

/// <summary>The infinite-width limit at the asked times.</summary>
/// <param name="Solver">The method.</param>
/// <param name="Order">Its declared order in time; 0 for a closed form.</param>
/// <param name="ErrorEstimate">The largest change of the risk under refinement; 0 for a closed form.</param>
/// <param name="Points">One per asked time.</param>
public sealed record ReferenceSolution(
    string Solver,
    int Order,
    double ErrorEstimate,
    ImmutableArray<ReferencePoint> Points);

/// <summary>The limit law at one time, in numbers.</summary>
public sealed record ReferencePoint
{
    public required double Time { get; init; }

    /// <summary>R(ρ_t).</summary>
    public required double Risk { get; init; }

    /// <summary>lim √N · sd(R_N) over starts, where the solver has it: the band is Risk ± 2
    /// RiskFluctuation/√N.</summary>
    public double? RiskFluctuation { get; init; }

    /// <summary>Further numbers, by the names that an <see cref="Observation"/> gives them.</summary>
    public ImmutableArray<NamedValue> Columns { get; init; } = [];

    /// <summary>The law of |w| under ρ_t, where the solver has it.</summary>
    public NormLaw? WeightNorm { get; init; }
}
