using System.Text.Json.Nodes;
using MeanField.Lab.Comparisons;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Reporting;

/// <summary>A comparison of two runs, for people and for programs.</summary>
internal sealed class ComparisonReport(RunRecord first, RunRecord second)
{
    private readonly RunComparison _comparison = RunComparison.Of(first, second);

    public string ToText()
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"A  {Describe(first)}");
        text.WriteLine($"B  {Describe(second)}");
        text.WriteLine();
        text.WriteLine($"specification  {(_comparison.SameSpecification ? "the same" : "different")}");
        text.WriteLine($"trajectory     {(_comparison.SameTrajectory ? "equal" : "different")}");
        text.WriteLine($"final state    {FinalState()}");
        text.WriteLine();
        text.WriteLine($"largest distance of the curves over {_comparison.CommonTimes} common times");
        TextTable.Write(text, ["column", "distance", "at time"], [.. _comparison.Curves.Select(curve =>
            (string[])[curve.Column, NumberFormat.Format(curve.Maximum), NumberFormat.Format(curve.AtTime)])]);
        if (_comparison.Measures.Length == 0)
            return text.ToString();
        text.WriteLine();
        text.WriteLine("Wasserstein-1 distance of the final measures");
        TextTable.Write(text, ["quantity", "distance"], [.. _comparison.Measures.Select(measure =>
            (string[])[measure.Of, NumberFormat.Format(measure.Wasserstein)])]);
        return text.ToString();
    }

    public string ToJson()
    {
        var node = JsonOutput.Object(_comparison);
        node.Insert(0, "a", ToJson(first));
        node.Insert(1, "b", ToJson(second));
        return JsonOutput.Line(node);
    }

    private static JsonObject ToJson(RunRecord run) => new()
    {
        ["directory"] = Path.GetFullPath(run.Path),
        ["status"] = run.Ending,
        ["steps"] = run.Result.Steps,
        ["finalStateHash"] = run.Result.FinalStateHash,
        ["trajectoryHash"] = run.Result.TrajectoryHash,
    };

    private static string Describe(RunRecord run) =>
        $"{run.Path}: {run.Spec.Name}, {run.Manifest.Shape.Particles:#,0} particles, "
        + $"{run.Result.Steps:#,0} steps, {run.Ending}";

    private string FinalState() => _comparison.SameFinalState switch
    {
        true => $"equal, {first.Result.FinalStateHash}",
        false => "different",
        null => "not known: a run has not ended",
    };
}
