using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>One observed time, held against the reference.</summary>
public sealed record RiskVerdict(
    long Step,
    double Time,
    double Observed,
    double StandardError,
    double Theory,
    double? Exact)
{
    /// <summary>The deviation in standard errors; NaN where there is no sampling error.</summary>
    public double Deviations => StandardError > 0 ? (Observed - Theory) / StandardError : double.NaN;

    /// <summary>The observed times that the reference has, in order.</summary>
    public static IReadOnlyList<RiskVerdict> Of(RunRecord run)
    {
        if (run.Theory is not { } theory)
            return [];
        var risks = theory.Times
            .Zip(theory.Column(TrajectoryTable.Risk)!)
            .ToLookup(pair => pair.First, pair => pair.Second);
        return
        [
            .. from observation in run.Observations
               where risks.Contains(observation.Time)
               select new RiskVerdict(
                   observation.Step,
                   observation.Time,
                   observation.Risk,
                   observation.RiskStandardError,
                   risks[observation.Time].First(),
                   ExactRisk(observation)),
        ];
    }

    private static double? ExactRisk(Observation observation)
    {
        foreach (var column in observation.Columns)
            if (column.Name == "exactRisk")
                return column.Value;
        return null;
    }
}
