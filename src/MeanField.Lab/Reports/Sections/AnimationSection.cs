using System.Xml.Linq;
using MeanField.Lab.Animations;
using MeanField.Lab.Animations.Pages;

namespace MeanField.Lab.Reports.Sections;

/// <summary>An animation in the page.</summary>
internal static class AnimationSection
{
    public static XElement Of(Animation animation) =>
        Html.Section(animation.Title, AnimationFigure.Of(animation));
}
