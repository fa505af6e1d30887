using System.Globalization;
using System.Xml.Linq;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Sections;

/// <summary>The name of the experiment, and in two lines what became of it.</summary>
internal static class HeadSection
{
    public static XElement Of(RunRecord run)
    {
        var (done, all) = (FigureNumber.Count(run.Result.Steps), FigureNumber.Count(run.Manifest.Shape.Steps));
        var seed = run.Spec.Seed.ToString(CultureInfo.InvariantCulture);
        return Html.Element(
            "header",
            Html.Element("h1", run.Spec.Name),
            Html.Paragraph(
                Html.Class("summary"),
                $"{Ending(run)} after {done} of {all} steps with seed {seed}; {Engine(run.Manifest)}, "
                + $"{Duration(run.Result.Timing.WallSeconds)}{Rate(run.Result)}."),
            Notice(run.Result));
    }

    private static string Engine(RunManifest manifest) => manifest switch
    {
        { Engine: "serial" } => "serial engine",
        { Shards: 1 } => $"{manifest.Engine} engine on 1 shard",
        _ => $"{manifest.Engine} engine on {manifest.Shards.ToString(CultureInfo.InvariantCulture)} shards",
    };

    private static string Ending(RunRecord run) => run.Result.Status switch
    {
        RunStatus.Completed => "Completed",
        RunStatus.Interrupted => "Interrupted",
        RunStatus.Failed => "Failed",
        _ => "Not ended",
    };

    private static XElement? Notice(RunResult result) => result.Status switch
    {
        RunStatus.Completed => null,
        RunStatus.Failed => Html.Paragraph(Html.Class("notice"), $"The run failed: {result.Reason}."),
        RunStatus.Interrupted => Html.Paragraph(
            Html.Class("notice"),
            "The run was interrupted; ",
            Html.Code("meanfield resume"),
            " goes on with it."),
        _ => Html.Paragraph(
            Html.Class("notice"), "The run is being written, or was killed; this is what it has so far."),
    };

    private static string Rate(RunResult result)
    {
        var rate = result.Timing.StepsPerSecond(result.Steps);
        return rate > 0 ? $", {FigureNumber.Text(rate, 3)} steps a second while stepping" : "";
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 120 => $"{FigureNumber.Text(seconds, 3)} s",
        < 7200 => $"{FigureNumber.Text(seconds / 60, 3)} min",
        _ => $"{FigureNumber.Text(seconds / 3600, 3)} h",
    };
}
