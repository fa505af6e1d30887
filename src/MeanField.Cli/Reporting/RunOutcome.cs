using MeanField.Core.Measures;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Reporting;

/// <summary>A finished run beside its theory, as its directory has them.</summary>
internal sealed record RunOutcome(RunRecord Run, TrajectoryTable? Theory)
{
    private const string ExactRiskColumn = "exactRisk";

    public bool HasExactRisk => Run.Observations.Any(observation => double.IsFinite(ExactRisk(observation)));

    public static RunOutcome Read(string directory)
    {
        var theory = Path.Combine(directory, RunFiles.TheoryCsv);
        return new(RunDirectory.Open(directory), File.Exists(theory) ? TrajectoryCsv.Read(theory) : null);
    }

    /// <summary>The risk in closed form, without sampling error; NaN where the law has none.</summary>
    public static double ExactRisk(Observation observation) =>
        observation.Columns.Where(column => column.Name == ExactRiskColumn)
            .Select(column => column.Value).FirstOrDefault(double.NaN);

    public bool HasSpread => Theory?.Column(TheoryTable.RiskFluctuation) is not null;

    /// <summary>The limit's risk at an observed time; NaN where there is none.</summary>
    public double TheoryRisk(double time) => TheoryAt(time, TrajectoryTable.Risk);

    /// <summary>sd(R_N) over starts, to first order, at an observed time; NaN where it is not predicted.</summary>
    public double Spread(double time) =>
        TheoryAt(time, TheoryTable.RiskFluctuation) / Math.Sqrt(Run.Manifest.Shape.Particles);

    private double TheoryAt(double time, string column)
    {
        var index = Theory?.Columns.IndexOf(column) ?? -1;
        return index < 0
            ? double.NaN
            : Theory!.Rows.Where(row => row.Time == time).Select(row => row.Values[index]).FirstOrDefault(double.NaN);
    }
}
