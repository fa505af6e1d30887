using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>The reference as a table of the trajectory's columns; it has no sampling error.</summary>
public static class TheoryTable
{
    /// <summary>lim √N · sd(R_N) over starts, where the solver predicts it: a column of the reference alone.</summary>
    public const string RiskFluctuation = "riskFluctuation";

    /// <param name="solution">The limit at any times.</param>
    /// <param name="stepSize">ε: a time's step is the nearest one.</param>
    public static TrajectoryTable Of(ReferenceSolution solution, double stepSize) =>
        TrajectoryTable.Of([.. solution.Points.Select(point => AsObservation(point, stepSize))]);

    private static Observation AsObservation(ReferencePoint point, double stepSize) => new()
    {
        Step = (long)Math.Round(point.Time / stepSize),
        Time = point.Time,
        Risk = point.Risk,
        RiskStandardError = 0,
        Columns = point.RiskFluctuation is { } fluctuation
            ? [new(RiskFluctuation, fluctuation), .. point.Columns]
            : point.Columns,
    };
}
