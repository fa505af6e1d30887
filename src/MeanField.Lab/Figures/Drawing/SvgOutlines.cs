using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>
/// Turns the text of an SVG into outlines of our own font, so that it looks the same where the font is
/// missing. Each letter is defined once and used where it stands; the text stays in the group's label, for
/// screen readers.
/// </summary>
internal static partial class SvgOutlines
{
    private const float DesignSize = 100;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="svg">The root element; changed in place.</param>
    /// <param name="prefix">Begins the identifiers, so that several figures may share a page.</param>
    public static void Replace(XElement svg, string prefix)
    {
        using var typeface = FigureFont.Load();
        using var font = new SKFont(typeface, DesignSize);
        Rename(svg, prefix);
        var outlines = new SortedDictionary<int, XElement>();
        foreach (var text in svg.Descendants(Svg + "text").ToList())
            text.ReplaceWith(Group(text, font, outlines, prefix));
        svg.AddFirst(new XElement(Svg + "defs", outlines.Values));
    }

    /// <summary>
    /// Skia counts its identifiers through the life of the process; ours count through the figure.
    /// </summary>
    private static void Rename(XElement svg, string prefix)
    {
        var names = svg.Descendants().Attributes("id").Select(id => id.Value).ToList();
        foreach (var attribute in svg.Descendants().Attributes().ToList())
        {
            if (attribute.Name == "id")
                attribute.Value = $"{prefix}-{names.IndexOf(attribute.Value)}";
            else if (LocalReference().Match(attribute.Value) is { Success: true } reference)
                attribute.Value = $"url(#{prefix}-{names.IndexOf(reference.Groups[1].Value)})";
        }
    }

    private static XElement Group(
        XElement text, SKFont font, IDictionary<int, XElement> outlines, string prefix)
    {
        var runes = text.Value.Trim().EnumerateRunes().ToArray();
        var (across, down) = (Numbers(text, "x"), Numbers(text, "y"));
        var scale = Numbers(text, "font-size")[0] / DesignSize;
        var group = new XElement(Svg + "g", new XAttribute("aria-label", text.Value.Trim()));
        foreach (var name in (string[])["transform", "fill", "fill-opacity"])
            group.SetAttributeValue(name, text.Attribute(name)?.Value);
        for (var i = 0; i < runes.Length; i++)
        {
            var glyph = font.GetGlyph(runes[i].Value);
            if (!Define(glyph, font, outlines, prefix))
                continue;
            var (x, y) = (across[Math.Min(i, across.Length - 1)], down[Math.Min(i, down.Length - 1)]);
            var place = FormattableString.Invariant($"translate({x:0.##} {y:0.##}) scale({scale:0.####})");
            var letter = new XAttribute("href", $"#{prefix}-g{glyph}");
            group.Add(new XElement(Svg + "use", letter, new XAttribute("transform", place)));
        }
        return group;
    }

    /// <returns>Whether the letter has an outline; a space has none.</returns>
    private static bool Define(ushort glyph, SKFont font, IDictionary<int, XElement> outlines, string prefix)
    {
        if (outlines.ContainsKey(glyph))
            return true;
        using var path = font.GetGlyphPath(glyph);
        if (path is null || path.IsEmpty)
            return false;
        var data = LongNumber().Replace(path.ToSvgPathData(), number => Shorten(number.Value));
        var name = new XAttribute("id", $"{prefix}-g{glyph}");
        outlines[glyph] = new(Svg + "path", name, new XAttribute("d", data));
        return true;
    }

    private static string Shorten(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("0.#", CultureInfo.InvariantCulture);

    private static double[] Numbers(XElement text, string name) =>
    [
        .. (text.Attribute(name)?.Value ?? "0")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)),
    ];

    [GeneratedRegex(@"^url\(#(.+)\)$")]
    private static partial Regex LocalReference();

    [GeneratedRegex(@"-?\d+\.\d+(e-?\d+)?")]
    private static partial Regex LongNumber();
}
