using System.Collections.Immutable;
using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Studies;

/// <summary>What came of measuring a claim.</summary>
public sealed record Finding
{
    /// <summary>The numbers that decide, the most telling one first.</summary>
    public required ImmutableArray<Check> Checks { get; init; }

    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The raw numbers.</summary>
    public required ImmutableArray<RawTable> Tables { get; init; }

    /// <summary>What else is to be said: sizes, and what a reader might stumble over.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The worst verdict of the checks.</summary>
    public Verdict Verdict => Checks.Max(check => check.Verdict);
}
