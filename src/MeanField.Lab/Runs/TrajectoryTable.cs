using System.Collections.Immutable;

namespace MeanField.Lab.Runs;

/// <summary>
/// A table over observed times: one row a time, columns risk, riskStandardError and what else was measured.
/// </summary>
/// <param name="Columns">Names of the values, without step and time; no two alike.</param>
/// <param name="Rows">In order of steps.</param>
public sealed record TrajectoryTable(ImmutableArray<string> Columns, ImmutableArray<TrajectoryRow> Rows)
{
    public const string Step = "step";
    public const string Time = "time";
    public const string Risk = "risk";
    public const string RiskStandardError = "riskStandardError";

    /// <summary>The observations as a table; a column that an observation lacks is NaN there.</summary>
    public static TrajectoryTable Of(IReadOnlyCollection<Observation> observations)
    {
        var columns = observations.SelectMany(Named).Select(value => value.Name).Distinct();
        ImmutableArray<string> names = [Risk, RiskStandardError, .. columns];
        return new(names, [.. observations.Select(observation => Row(observation, names))]);
    }

    /// <summary>A column's values by row, or null where there is none of that name.</summary>
    public double[]? Column(string name)
    {
        var index = Columns.IndexOf(name);
        return index < 0 ? null : [.. Rows.Select(row => row.Values[index])];
    }

    public double[] Times => [.. Rows.Select(row => row.Time)];

    private static TrajectoryRow Row(Observation observation, ImmutableArray<string> names)
    {
        var values = new double[names.Length];
        Array.Fill(values, double.NaN);
        (values[0], values[1]) = (observation.Risk, observation.RiskStandardError);
        foreach (var (name, value) in Named(observation))
            values[names.IndexOf(name)] = value;
        return new(observation.Step, observation.Time, [.. values]);
    }

    /// <summary>A test function may be called "risk", or like another: the later one gets a number.</summary>
    private static IEnumerable<NamedValue> Named(Observation observation)
    {
        HashSet<string> taken = [Step, Time, Risk, RiskStandardError];
        foreach (var column in observation.Columns)
        {
            var name = column.Name;
            for (var i = 2; !taken.Add(name); i++)
                name = $"{column.Name}_{i}";
            yield return new(name, column.Value);
        }
    }
}

/// <summary>One row of a <see cref="TrajectoryTable"/>.</summary>
public sealed record TrajectoryRow(long Step, double Time, ImmutableArray<double> Values);
