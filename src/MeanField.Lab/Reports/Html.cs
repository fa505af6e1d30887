using System.Xml.Linq;

namespace MeanField.Lab.Reports;

/// <summary>HTML as a tree: whatever text goes in comes out escaped.</summary>
internal static class Html
{
    private const char AboveText = '‹';

    /// <summary>An element with its end tag, also where it is empty: HTML knows no other.</summary>
    public static XElement Element(string name, params object?[] content) => new(name, "", content);

    public static XElement Paragraph(params object?[] content) => Element("p", content);

    public static XElement Section(string title, params object?[] content) =>
        Element("section", Element("h2", title), content);

    public static XElement Code(string text) => Element("code", text);

    public static XAttribute Class(string name) => new("class", name);

    /// <summary>A table that scrolls by itself where the screen is narrow.</summary>
    /// <param name="heads">Column heads; those that begin with ‹ stand above text.</param>
    /// <param name="rows">Cells, row by row.</param>
    public static XElement Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        XElement Row(string kind, IEnumerable<string> cells) => Element("tr", cells.Select((cell, column) =>
            Element(kind, heads[column].StartsWith(AboveText) ? Class("text") : null, cell)));
        var head = Row("th", heads.Select(name => name.TrimStart(AboveText)));
        var body = rows.Select(row => Row("td", row));
        return Element(
            "div", Class("table"), Element("table", Element("thead", head), Element("tbody", body)));
    }

    /// <summary>Terms and what they are.</summary>
    public static XElement Terms(IEnumerable<(string Term, object Meaning)> terms) => Element(
        "dl", terms.Select(pair => new[] { Element("dt", pair.Term), Element("dd", pair.Meaning) }));
}
