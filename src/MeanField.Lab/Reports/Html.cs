using System.Xml.Linq;

namespace MeanField.Lab.Reports;

/// <summary>HTML as a tree: whatever text goes in comes out escaped.</summary>
internal static class Html
{
    /// <summary>An element with its end tag, also where it is empty: HTML knows no other.</summary>
    public static XElement Element(string name, params object?[] content) => new(name, "", content);

    public static XElement Paragraph(params object?[] content) => Element("p", content);

    public static XElement Section(string title, params object?[] content) =>
        Element("section", Element("h2", title), content);

    public static XElement Code(string text) => Element("code", text);

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>A table that scrolls by itself where the screen is narrow.</summary>
    /// <param name="heads">Column heads; those that begin with ‹ stand above text, others above numbers.</param>
    /// <param name="rows">Cells, row by row.</param>
    public static XElement Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        bool IsText(int column) => heads[column].StartsWith('‹');
        XElement Cell(string kind, string text, int column) =>
            Element(kind, IsText(column) ? Class("text") : null, text.TrimStart('‹'));
        return Element(
            "div",
            Class("table"),
            Element(
                "table",
                Element("thead", Element("tr", heads.Select((head, i) => Cell("th", head, i)))),
                Element("tbody", rows.Select(row => Element("tr", row.Select((cell, i) => Cell("td", cell, i)))))));
    }

    /// <summary>Terms and what they are.</summary>
    public static XElement Terms(IEnumerable<(string Term, object Meaning)> terms) => Element(
        "dl", terms.Select(pair => new[] { Element("dt", pair.Term), Element("dd", pair.Meaning) }));
}
