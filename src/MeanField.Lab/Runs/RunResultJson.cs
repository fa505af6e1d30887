using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Lab.Runs;

/// <summary><c>result.json</c>: numbers in their shortest exact form, null for what is not finite.</summary>
public static class RunResultJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string Write(RunResult result) => new JsonObject
    {
        ["status"] = result.Status.ToString().ToLowerInvariant(),
        ["reason"] = result.Reason,
        ["steps"] = result.Steps,
        ["finalStateHash"] = result.FinalStateHash,
        ["trajectoryHash"] = result.TrajectoryHash,
        ["observations"] = new JsonArray([.. Rows(TrajectoryTable.Of(result.Observations))]),
        ["timing"] = new JsonObject
        {
            ["wallSeconds"] = result.Timing.WallSeconds,
            ["stepSeconds"] = result.Timing.StepSeconds,
            ["stepsPerSecond"] = result.Timing.StepsPerSecond(result.Steps),
        },
        ["failures"] = new JsonArray([.. result.Failures.Select(Failure)]),
        ["lookAhead"] = JsonSerializer.SerializeToNode(result.Certificate, Web),
        ["theory"] = JsonSerializer.SerializeToNode(result.Theory, Web),
    }.ToJsonString(Indented) + "\n";

    public static RunResult Read(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var timing = root["timing"]!;
        return new()
        {
            Status = Enum.Parse<RunStatus>(root["status"]!.GetValue<string>(), ignoreCase: true),
            Reason = root["reason"]?.GetValue<string>(),
            Steps = root["steps"]!.GetValue<long>(),
            FinalStateHash = root["finalStateHash"]?.GetValue<string>(),
            TrajectoryHash = root["trajectoryHash"]!.GetValue<string>(),
            Observations = [.. root["observations"]!.AsArray().Select(ReadObservation)],
            Timing = new(Number(timing["wallSeconds"]), Number(timing["stepSeconds"])),
            Failures = [.. root["failures"]!.AsArray().Select(ReadFailure)],
            Certificate = root["lookAhead"].Deserialize<ResidualCertificate>(Web),
            Theory = root["theory"].Deserialize<TheoryNote>(Web),
        };
    }

    private static IEnumerable<JsonNode> Rows(TrajectoryTable table)
    {
        foreach (var row in table.Rows)
        {
            var node = new JsonObject { ["time"] = row.Time, ["step"] = row.Step };
            for (var i = 0; i < table.Columns.Length; i++)
                node[table.Columns[i]] = double.IsFinite(row.Values[i]) ? row.Values[i] : null;
            yield return node;
        }
    }

    private static JsonNode Failure(SurvivedFailure failure) =>
        new JsonObject { ["step"] = failure.Step, ["what"] = failure.What };

    private static SurvivedFailure ReadFailure(JsonNode? node) =>
        new(node!["step"]!.GetValue<long>(), node["what"]!.GetValue<string>());

    private static Observation ReadObservation(JsonNode? node)
    {
        var row = node!.AsObject();
        string[] own = ["time", "step", TrajectoryTable.Risk, TrajectoryTable.RiskStandardError];
        return new()
        {
            Time = Number(row["time"]),
            Step = row["step"]!.GetValue<long>(),
            Risk = Number(row[TrajectoryTable.Risk]),
            RiskStandardError = Number(row[TrajectoryTable.RiskStandardError]),
            Columns = row
                .Where(cell => !own.Contains(cell.Key))
                .Select(cell => new NamedValue(cell.Key, Number(cell.Value)))
                .ToImmutableArray(),
        };
    }

    private static double Number(JsonNode? node) => node?.GetValue<double>() ?? double.NaN;
}
