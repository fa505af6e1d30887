using MeanField.Lab.Reports;

namespace MeanField.Lab.Animations.Pages;

/// <summary>A page with one animation that fills the window: a slide.</summary>
internal static class AnimationPage
{
    public static string Of(Animation animation) => HtmlPage.Around(
        Html.Element(
            "body", Html.Class("slide"), AnimationFigure.Of(animation), AnimationFigure.Script()),
        animation.Title,
        [AnimationFigure.Style()]);
}
