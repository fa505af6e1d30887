namespace MeanField.Core.Measures.Stages;

/// <summary>The column of the risk in closed form.</summary>
internal static class ExactRisk
{
    public const string Column = "exactRisk";

    public static Observation Add(Observation observation, double risk) =>
        observation with { Columns = observation.Columns.Add(new NamedValue(Column, risk)) };
}
