using System.Xml.Linq;

namespace MeanField.Lab.Reports;

/// <summary>A page in one file, in the common style.</summary>
internal static class HtmlPage
{
    public static string Of(string title, params object?[] content) =>
        Around(Html.Element("body", Html.Element("main", content)), title, []);

    /// <summary>A page with a body of its own.</summary>
    /// <param name="body">The element itself.</param>
    /// <param name="title">Of the window.</param>
    /// <param name="styles">What the body needs beside the common style.</param>
    public static string Around(XElement body, string title, IEnumerable<XElement> styles)
    {
        var page = Html.Element("html", new XAttribute("lang", "en"), Head(title, styles), body);
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Head(string title, IEnumerable<XElement> styles) => Html.Element(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement(
            "meta",
            new XAttribute("name", "viewport"),
            new XAttribute("content", "width=device-width, initial-scale=1")),
        Html.Element("title", title),
        Html.Element("style", Resource.Text("report.css")),
        styles);
}
