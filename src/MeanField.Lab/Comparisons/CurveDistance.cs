using System.Collections.Immutable;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Comparisons;

/// <summary>sup |f(t) − g(t)| over the times that two runs both observed.</summary>
/// <param name="Column">The curve, by its column in the trajectory.</param>
/// <param name="Maximum">The largest distance.</param>
/// <param name="AtTime">Where it is.</param>
public sealed record CurveDistance(string Column, double Maximum, double AtTime)
{
    // times are step counts times ε, so that equal ones may differ in the last bits where ε differs
    private const double RelativeTolerance = 1e-9;

    internal static ImmutableArray<(TrajectoryRow A, TrajectoryRow B)> CommonTimes(
        TrajectoryTable first, TrajectoryTable second)
    {
        var pairs = ImmutableArray.CreateBuilder<(TrajectoryRow, TrajectoryRow)>();
        for (int i = 0, j = 0; i < first.Rows.Length && j < second.Rows.Length;)
        {
            var (a, b) = (first.Rows[i], second.Rows[j]);
            if (Math.Abs(a.Time - b.Time) <= RelativeTolerance * Math.Max(a.Time, b.Time))
            {
                pairs.Add((a, b));
                i++;
                j++;
            }
            else if (a.Time < b.Time)
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return pairs.ToImmutable();
    }

    internal static ImmutableArray<CurveDistance> Of(
        TrajectoryTable first, TrajectoryTable second, ImmutableArray<(TrajectoryRow A, TrajectoryRow B)> pairs) =>
    [
        .. first.Columns.Intersect(second.Columns)
            .Select(column => Of(column, first.Columns.IndexOf(column), second.Columns.IndexOf(column), pairs))
            .OfType<CurveDistance>(),
    ];

    private static CurveDistance? Of(
        string column, int first, int second, ImmutableArray<(TrajectoryRow A, TrajectoryRow B)> pairs) =>
        pairs.Select(pair => new CurveDistance(
                column, Math.Abs(pair.A.Values[first] - pair.B.Values[second]), pair.A.Time))
            .Where(distance => !double.IsNaN(distance.Maximum))
            .MaxBy(distance => distance.Maximum);
}
