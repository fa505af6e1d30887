using System.Xml.Linq;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Reports.Sections;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports;

/// <summary>The page that a person looks at: one file that needs nothing else.</summary>
internal static class ReportPage
{
    private const string StyleSheet = "report.css";

    public static string Of(RunRecord run, IReadOnlyList<Figure> figures)
    {
        var page = Html.Element("html", new XAttribute("lang", "en"), Head(run), Body(run, figures));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Head(RunRecord run) => Html.Element(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement(
            "meta",
            new XAttribute("name", "viewport"),
            new XAttribute("content", "width=device-width, initial-scale=1")),
        Html.Element("title", run.Spec.Name),
        Html.Element("style", ReadStyle()));

    /// <summary>The first figure and its verdict before everything else that there is to see.</summary>
    private static XElement Body(RunRecord run, IReadOnlyList<Figure> figures) => Html.Element(
        "body",
        Html.Element(
            "main",
            HeadSection.Of(run),
            figures.Take(1).Select(FigureSection.Of),
            VerdictSection.Of(run),
            figures.Skip(1).Select(FigureSection.Of),
            SettingsSection.Of(run),
            LedgerSection.Of(run),
            ReproductionSection.Of(run)));

    private static string ReadStyle()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(StyleSheet)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
