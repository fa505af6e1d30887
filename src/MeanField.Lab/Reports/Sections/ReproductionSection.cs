using System.Globalization;
using System.Xml.Linq;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Sections;

/// <summary>How to get the same bits again, and who got these.</summary>
internal static class ReproductionSection
{
    public static XElement Of(RunRecord run) => Html.Section(
        "How to reproduce it",
        Html.Paragraph(
            "The trajectory is a function of the specification alone: any engine, any number of shards and any "
            + "machine give the same final state, bit for bit. Save the specification below as ",
            Html.Code("experiment.json"), " and run"),
        Html.Element("pre", $"meanfield run experiment.json --out again\nmeanfield compare again {Name(run)}"),
        Html.Element(
            "details",
            Html.Element("summary", "Specification"),
            Html.Element("pre", SpecificationJson.Write(run.Spec, indented: true))),
        Failures(run.Result),
        Html.Element("footer", Html.Paragraph(Provenance(run.Manifest))));

    private static string Name(RunRecord run) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Path)));

    private static XElement? Failures(RunResult result) => result.Failures.IsEmpty
        ? null
        : Html.Element(
            "div",
            Html.Paragraph("The run survived:"),
            Html.Element(
                "ul", result.Failures.Select(f => Html.Element("li", $"step {Text(f.Step)}: {f.What}"))));

    private static string Provenance(RunManifest manifest)
    {
        var machine = manifest.Machine;
        var commit = manifest.GitCommit is { } hash ? $" ({hash})" : "";
        var ended = manifest.EndedAt is { } end ? $" to {Text(end)}" : "";
        return $"{manifest.Program} {manifest.ProgramVersion}{commit}, {Text(manifest.StartedAt)}{ended}, "
            + $"on {machine.Name}: {machine.OperatingSystem}, {machine.Architecture}, "
            + $"{Text(machine.Processors)} processors, {machine.Runtime}.";
    }

    private static string Text(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
