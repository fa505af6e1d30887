using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>Values and lists of names as a fault's message shows them.</summary>
internal static class Phrase
{
    private const int Longest = 60;

    public static string Of(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Quote(node.GetValue<string>()),
        _ => Shorten(node.ToJsonString()),
    };

    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Quote(string text) => $"\"{Shorten(text)}\"";

    public static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static string Shorten(string text) =>
        text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…");
}
