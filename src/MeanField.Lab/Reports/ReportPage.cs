using MeanField.Lab.Animations;
using MeanField.Lab.Animations.Pages;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Reports.Sections;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports;

/// <summary>The page that a person looks at: one file that needs nothing else.</summary>
internal static class ReportPage
{
    /// <summary>The first figure and its verdict before everything else that there is to see.</summary>
    public static string Of(
        RunRecord run, IReadOnlyList<Figure> figures, IReadOnlyList<Animation> animations)
    {
        var body = Html.Element(
            "body",
            Html.Element(
                "main",
                HeadSection.Of(run),
                figures.Take(1).Select(FigureSection.Of),
                VerdictSection.Of(run),
                animations.Select(AnimationSection.Of),
                figures.Skip(1).Select(FigureSection.Of),
                SettingsSection.Of(run),
                LedgerSection.Of(run),
                ReproductionSection.Of(run)),
            animations.Take(1).Select(_ => AnimationFigure.Script()));
        return HtmlPage.Around(body, run.Spec.Name, animations.Take(1).Select(_ => AnimationFigure.Style()));
    }
}
