using MeanField.Cli.Progress;
using MeanField.Core.Measures;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Reporting;

/// <summary>What a person wants to know when a run has ended.</summary>
internal static class RunSummary
{
    /// <summary>Observed times beyond so many are thinned out evenly; the files have all.</summary>
    private const int MostRows = 12;

    public static void Write(TextWriter output, RunOutcome outcome)
    {
        var (run, manifest, result) = (outcome.Run, outcome.Run.Manifest, outcome.Run.Result);
        output.WriteLine(Headline(manifest, result));
        output.WriteLine();
        WriteTable(output, outcome);
        output.WriteLine();
        output.WriteLine($"final state  {result.FinalStateHash}");
        if (result.Certificate is { RmsDiscrepancy: { } rms } certificate)
            output.WriteLine(
                $"look-ahead   residuals wrong by {NumberFormat.FormatShort(rms)} (rms), at most "
                + NumberFormat.FormatShort(certificate.LargestDiscrepancy)
                + (certificate.Trials is { } trials ? $"; {trials:#,0} rounds more to try them" : ""));
        if (result.Theory is { } theory)
            output.WriteLine(Describe(theory));
        output.WriteLine($"directory    {run.Path}");
        output.WriteLine($"report       {Path.Combine(run.Path, RunFiles.Report)}");
    }

    private static string Headline(RunManifest manifest, RunResult result)
    {
        var who = manifest.Engine == "actors" ? $"actors, {Count(manifest.Shards, "shard")}" : manifest.Engine;
        if (manifest.Nodes > 1)
            who += $", {manifest.Nodes:#,0} processes";
        var wall = Duration.Format(TimeSpan.FromSeconds(result.Timing.WallSeconds));
        var rate = result.Timing.StepsPerSecond(result.Steps);
        return $"{manifest.Spec.Name}: {Count(manifest.Shape.Particles, "particle")}, "
            + $"{Count(result.Steps, "step")} in {wall} ({StepReading.FormatRate(rate)}), {who}";
    }

    private static string Count(long number, string noun) => $"{number:#,0} {noun}{(number == 1 ? "" : "s")}";

    private static void WriteTable(TextWriter output, RunOutcome outcome)
    {
        Observation[] observations = [.. Thin(outcome.Run.Observations)];
        List<(string Name, Func<Observation, string> Cell)> columns =
        [
            ("time", o => NumberFormat.Format(o.Time)),
            ("risk", o => NumberFormat.Format(o.Risk)),
            ("± se", o => NumberFormat.FormatShort(o.RiskStandardError)),
        ];
        if (outcome.HasExactRisk)
            columns.Add(("exact risk", o => NumberFormat.Format(RunOutcome.ExactRisk(o))));
        if (outcome.Theory is not null)
            columns.Add(("N = ∞", o => NumberFormat.Format(outcome.TheoryRisk(o.Time))));
        if (outcome.HasSpread)
            columns.Add(("± sd", o => NumberFormat.FormatShort(outcome.Spread(o.Time))));
        TextTable.Write(
            output,
            [.. columns.Select(column => column.Name)],
            [.. observations.Select(o => columns.Select(column => column.Cell(o)).ToArray())]);
    }

    private static IEnumerable<Observation> Thin(IReadOnlyList<Observation> all) => all.Count <= MostRows
        ? all
        : Enumerable.Range(0, MostRows).Select(i => all[i * (all.Count - 1) / (MostRows - 1)]);

    private static string Describe(TheoryNote theory) => theory switch
    {
        { Solver: null } => $"theory       none: {theory.Reason}",
        { ErrorEstimate: 0 } => $"theory       {theory.Solver}",
        _ => $"theory       {theory.Solver} (own error of the risk {NumberFormat.FormatShort(theory.ErrorEstimate)})",
    };
}
