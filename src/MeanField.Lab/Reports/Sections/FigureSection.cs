using System.Xml.Linq;
using MeanField.Lab.Figures.Drawing;

namespace MeanField.Lab.Reports.Sections;

/// <summary>A figure in the page, with what it shows.</summary>
internal static class FigureSection
{
    public static XElement Of(Figure figure)
    {
        var svg = FigureImage.Svg(figure);
        svg.SetAttributeValue("width", null);
        svg.SetAttributeValue("height", null);
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", $"{figure.Title}. {figure.Caption}");
        return Html.Section(
            figure.Title,
            Html.Element("figure", svg, Html.Element("figcaption", figure.Caption)));
    }
}
