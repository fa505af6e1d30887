using System.Text.Json.Nodes;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Reporting;

/// <summary>A finished run as one JSON object: the result file, and where the rest is.</summary>
internal static class RunJson
{
    public static string Write(RunOutcome outcome)
    {
        var (run, manifest) = (outcome.Run, outcome.Run.Manifest);
        var result = JsonNode.Parse(RunResultJson.Write(run.Result))!.AsObject();
        result.Insert(0, "name", manifest.Spec.Name);
        result.Insert(1, "directory", Path.GetFullPath(run.Path));
        result.Insert(2, "report", Path.GetFullPath(Path.Combine(run.Path, RunFiles.Report)));
        result.Insert(3, "engine", manifest.Engine);
        result.Insert(4, "shards", manifest.Shards);
        result.Insert(5, "nodes", manifest.Nodes);
        foreach (var observation in result["observations"]!.AsArray())
            AddTheory(observation!.AsObject(), outcome);
        return JsonOutput.Line(result);
    }

    private static void AddTheory(JsonObject observation, RunOutcome outcome)
    {
        var theory = outcome.TheoryRisk(observation["time"]!.GetValue<double>());
        if (double.IsFinite(theory))
            observation["theoryRisk"] = theory;
    }
}
