using System.Text.Json.Nodes;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Cli.Reporting;

/// <summary>The infinite-width limit of an experiment at its observed times.</summary>
internal sealed record TheoryOutcome(ExperimentSpec Spec, ReferenceSolution Solution, string Reason)
{
    /// <summary>The columns of a trajectory.</summary>
    public TrajectoryTable Table => TheoryTable.Of(Solution, Spec.Training.StepSize);

    /// <param name="spec">The experiment.</param>
    /// <param name="solver">The name of the method; null: the first that has the limit.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TheoryOutcome Solve(ExperimentSpec spec, string? solver, CancellationToken cancellation)
    {
        var choice = Choose(spec, solver);
        if (choice.Solver is null)
            throw Refusal.BadUsage("theory", choice.Reason);
        var experiment = Experiment.Create(spec);
        double[] times = [.. experiment.ObservedSteps.Select(experiment.Schedule.Time)];
        try
        {
            return new(spec, choice.Solver.Solve(times, cancellation), choice.Reason);
        }
        catch (Exception missed) when (missed is ReferenceToleranceException or ReferenceCostException)
        {
            throw Refusal.Failed("theory", missed.Message);
        }
    }

    private static ReferenceChoice Choose(ExperimentSpec spec, string? solver)
    {
        try
        {
            return solver is null ? References.Choose(spec) : References.Choose(spec, solver);
        }
        catch (ArgumentException unknown)
        {
            throw Refusal.BadUsage("--solver", unknown.Message);
        }
    }

    public string ToText()
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"{Spec.Name}: {Solution.Solver}, order {Solution.Order} in time");
        text.WriteLine();
        WriteRows(text);
        text.WriteLine();
        text.WriteLine($"own error of the risk {NumberFormat.FormatShort(Solution.ErrorEstimate)}; {Reason}");
        return text.ToString();
    }

    // a limit has no standard error
    private void WriteRows(TextWriter text)
    {
        var table = Table;
        string[] columns = [.. table.Columns.Where(name => name != TrajectoryTable.RiskStandardError)];
        int[] places = [.. columns.Select(name => table.Columns.IndexOf(name))];
        var rows = table.Rows.Select(row =>
            places.Select(place => row.Values[place]).Prepend(row.Time).Select(NumberFormat.Format).ToArray());
        TextTable.Write(text, ["time", .. columns], [.. rows]);
    }

    public string ToJson() => JsonOutput.Line(new JsonObject
    {
        ["name"] = Spec.Name,
        ["solver"] = Solution.Solver,
        ["order"] = Solution.Order,
        ["errorEstimate"] = Solution.ErrorEstimate,
        ["reason"] = Reason,
        ["points"] = new JsonArray([.. Solution.Points.Select(Point)]),
    });

    private static JsonNode Point(ReferencePoint point)
    {
        var node = new JsonObject { ["time"] = point.Time, ["risk"] = point.Risk };
        foreach (var column in point.Columns)
            node[column.Name] = double.IsFinite(column.Value) ? column.Value : null;
        return node;
    }
}
