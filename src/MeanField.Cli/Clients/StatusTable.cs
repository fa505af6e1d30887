using System.Globalization;
using System.Text.Json.Nodes;
using MeanField.Cli.Reporting;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Cli.Clients;

/// <summary>Runs of a cluster, for people and for programs.</summary>
internal static class StatusTable
{
    private static readonly string[] Columns =
        ["run", "title", "state", "step", "of", "shards", "nodes", "survived", "submitted"];

    public static void Write(TextWriter output, Enquiries.RunsListed list)
    {
        Write(output, list.Runs);
        if (list.LeftOut > 0)
            output.WriteLine($"({list.LeftOut:#,0} older runs are left out; status and fetch find them by their names)");
    }

    public static void Write(TextWriter output, RunStatus run, RunPlacement placement)
    {
        Write(output, [run]);
        output.WriteLine($"coordinator on {placement.Coordinator}, particles on {Places(placement)}");
    }

    public static void Write(TextWriter output, IReadOnlyList<RunStatus> runs)
    {
        if (runs.Count == 0)
            output.WriteLine("no runs");
        else
            TextTable.Write(output, Columns, [.. runs.Select(Row)]);
        foreach (var run in runs.Where(run => run.Reason.Length > 0))
            output.WriteLine($"{run.Run}: {run.Reason}");
    }

    public static JsonObject ToJson(RunStatus run) => new()
    {
        ["run"] = run.Run.Value,
        ["title"] = run.Title,
        ["state"] = StateOf(run),
        ["step"] = run.Step,
        ["steps"] = run.Steps,
        ["shards"] = run.Shards,
        ["nodes"] = run.Nodes,
        ["failuresSurvived"] = run.Failures,
        ["submittedAt"] = At(run).ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = run.Reason.Length > 0 ? run.Reason : null,
    };

    public static JsonObject ToJson(RunStatus run, RunPlacement placement)
    {
        var described = ToJson(run);
        described["coordinator"] = placement.Coordinator;
        described["holders"] = new JsonArray([.. placement.Holders.Select(holder => JsonValue.Create(holder))]);
        return described;
    }

    public static JsonObject ToJson(Enquiries.RunsListed list) => new()
    {
        ["runs"] = new JsonArray([.. list.Runs.Select(ToJson)]),
        ["leftOut"] = list.LeftOut,
    };

    private static string[] Row(RunStatus run) =>
    [
        run.Run.Value,
        run.Title,
        StateOf(run),
        $"{run.Step:#,0}",
        $"{run.Steps:#,0}",
        $"{run.Shards}",
        $"{run.Nodes}",
        $"{run.Failures}",
        At(run).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "Z",
    ];

    private static string Places(RunPlacement placement) =>
        placement.Holders.Length > 0 ? string.Join(", ", placement.Holders) : "no member";

    private static string StateOf(RunStatus run) => run.State.ToString().ToLowerInvariant();

    private static DateTimeOffset At(RunStatus run) => DateTimeOffset.FromUnixTimeMilliseconds(run.SubmittedAt);
}
