using System.Globalization;
using System.Xml.Linq;
using MeanField.Lab.Reports;

namespace MeanField.Lab.Animations.Pages;

/// <summary>An animation in a page, with what makes it go and stop.</summary>
internal static class AnimationFigure
{
    private const string Class = "animation";

    private static readonly (string Rate, string Name)[] Speeds = [("0.5", "½×"), ("1", "1×"), ("2", "2×")];

    public static XElement Of(Animation animation)
    {
        var svg = AnimationImage.Svg(animation);
        svg.SetAttributeValue("width", null);
        svg.SetAttributeValue("height", null);
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", $"{animation.Title}. {animation.Caption}");
        return Html.Element(
            "figure",
            Html.Class(Class),
            new XAttribute("tabindex", "0"),
            svg,
            Controls(animation),
            Html.Element("figcaption", animation.Caption));
    }

    /// <summary>The style and the script that all animations of a page share.</summary>
    public static XElement Style() => Html.Element("style", Resource.Text("animation.css"));

    public static XElement Script() => Html.Element("script", Resource.Text("animation.js"));

    private static XElement Controls(Animation animation) => Html.Element(
        "div",
        Html.Class("controls"),
        new XAttribute("role", "group"),
        new XAttribute("aria-label", $"Controls of: {animation.Title}"),
        Button("play", "Play"),
        Button("back", "◂", "One frame back"),
        Button("on", "▸", "One frame on"),
        new XElement(
            "input",
            new XAttribute("type", "range"),
            new XAttribute("min", "0"),
            new XAttribute("max", Number(animation.Frames.Length - 1)),
            new XAttribute("value", Number(animation.Poster)),
            new XAttribute("aria-label", "Frame"),
            new XAttribute("aria-valuetext", animation.Frames[animation.Poster].Label)),
        Html.Element(
            "select",
            new XAttribute("aria-label", "Speed"),
            Speeds.Select(speed => Html.Element(
                "option",
                new XAttribute("value", speed.Rate),
                speed.Rate == "1" ? new XAttribute("selected", "selected") : null,
                speed.Name))));

    private static XElement Button(string name, string face, string? label = null) => Html.Element(
        "button",
        new XAttribute("type", "button"),
        Html.Class(name),
        label is null ? null : new XAttribute("aria-label", label),
        face);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
