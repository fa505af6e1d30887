using System.Collections.Immutable;

namespace MeanField.Lab.Studies;

/// <summary>Raw numbers of a measurement, for a file of its own.</summary>
/// <param name="Name">The file's name, without extension.</param>
/// <param name="Columns">Their names, units last.</param>
/// <param name="Rows">Numbers, row by row.</param>
public sealed record RawTable(
    string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<double>> Rows)
{
    public static RawTable Of(
        string name, IEnumerable<string> columns, IEnumerable<IEnumerable<double>> rows) =>
        new(name, [.. columns], [.. rows.Select(row => row.ToImmutableArray())]);
}
