using MeanField.Lab.Runs;

namespace MeanField.Lab.Figures;

/// <summary>One observed time, held against the reference.</summary>
public sealed record RiskVerdict(
    long Step,
    double Time,
    double Observed,
    double StandardError,
    double Theory,
    double Spread,
    double? Exact)
{
    /// <summary>
    /// The deviation in standard deviations, of the sampling and (<see cref="Spread"/>) of the risk of N neurons over
    /// starts, where it is predicted; NaN where there is neither.
    /// </summary>
    public double Deviations
    {
        get
        {
            var scale = Math.Sqrt(StandardError * StandardError + Spread * Spread);
            return scale > 0 ? (Observed - Theory) / scale : double.NaN;
        }
    }

    /// <summary>The observed times that the reference has, in order.</summary>
    public static IReadOnlyList<RiskVerdict> Of(RunRecord run)
    {
        if (run.Theory is not { } theory)
            return [];
        var limits = theory.Times
            .Zip(theory.Column(TrajectoryTable.Risk)!, RiskSpread.Of(run) ?? new double[theory.Times.Length])
            .ToLookup(limit => limit.First);
        return
        [
            .. from observation in run.Observations
               where limits.Contains(observation.Time)
               let limit = limits[observation.Time].First()
               select new RiskVerdict(
                   observation.Step,
                   observation.Time,
                   observation.Risk,
                   observation.RiskStandardError,
                   limit.Second,
                   limit.Third,
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
