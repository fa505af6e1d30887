using System.Xml.Linq;

namespace MeanField.Lab.Reports;

/// <summary>A page in one file, in the common style.</summary>
internal static class HtmlPage
{
    private const string StyleSheet = "report.css";

    public static string Of(string title, params object?[] content)
    {
        var body = Html.Element("body", Html.Element("main", content));
        var page = Html.Element("html", new XAttribute("lang", "en"), Head(title), body);
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Head(string title) => Html.Element(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement(
            "meta",
            new XAttribute("name", "viewport"),
            new XAttribute("content", "width=device-width, initial-scale=1")),
        Html.Element("title", title),
        Html.Element("style", ReadStyle()));

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(StyleSheet)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
