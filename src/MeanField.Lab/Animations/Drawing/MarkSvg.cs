using System.Globalization;
using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;

namespace MeanField.Lab.Animations.Drawing;

/// <summary>A mark as an element of an SVG.</summary>
internal sealed class MarkSvg(SKFont font)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public XElement Group(IEnumerable<Mark> marks) => new(Svg + "g", marks.Select(Of));

    private XElement Of(Mark mark) => mark switch
    {
        FillMark fill => new(
            Svg + "path", new XAttribute("d", fill.Path), Paint("fill", fill.Color)),
        StrokeMark stroke => new(
            Svg + "path",
            new XAttribute("d", stroke.Path),
            new XAttribute("fill", "none"),
            new XAttribute("stroke-width", Number(stroke.Width)),
            new XAttribute("stroke-linecap", "round"),
            new XAttribute("stroke-linejoin", "round"),
            Paint("stroke", stroke.Color)),
        TextMark text => Text(text),
        PictureMark picture => new(
            Svg + "image",
            new XAttribute("x", Number(picture.Place.Left)),
            new XAttribute("y", Number(picture.Place.Top)),
            new XAttribute("width", Number(picture.Place.Width)),
            new XAttribute("height", Number(picture.Place.Height)),
            new XAttribute("preserveAspectRatio", "none"),
            new XAttribute("href", "data:image/png;base64," + Convert.ToBase64String(picture.Png))),
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "an unknown mark"),
    };

    /// <summary>Every letter has its place, as the outlines that replace the text need it.</summary>
    private XElement Text(TextMark text)
    {
        font.Size = text.Size;
        var places = font.GetGlyphPositions(text.Text, new SKPoint(text.X, text.Y));
        return new(
            Svg + "text",
            new XAttribute("x", string.Join(',', places.Select(place => Number(place.X)))),
            new XAttribute("y", Number(text.Y)),
            new XAttribute("font-size", Number(text.Size)),
            Paint("fill", text.Color),
            text.Text);
    }

    private static IEnumerable<XAttribute> Paint(string kind, Color color)
    {
        yield return new(kind, color.WithAlpha(1.0).ToHex());
        if (color.Alpha < byte.MaxValue)
            yield return new(kind + "-opacity", Number(color.Alpha / (double)byte.MaxValue));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
