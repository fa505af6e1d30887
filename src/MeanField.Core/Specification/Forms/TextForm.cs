using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeanField.Core.Specification.Forms;

/// <summary>A string that matches a pattern.</summary>
internal sealed class TextForm(string allowed, string pattern) : Form<string>
{
    public override string Allowed => allowed;

    /// <summary>A whole number may stand for its digits, as a column's index does.</summary>
    public bool OrIndex { get; init; }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override JsonObject Schema()
    {
        var text = new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        var index = new JsonObject { ["type"] = "integer", ["minimum"] = 0 };
        return OrIndex ? new() { ["anyOf"] = new JsonArray(text, index) } : text;
    }

    protected override string ReadUnchecked(Cursor at, string fallback)
    {
        if (Text(at.Node) is { } text && IsAllowed(text))
            return text;
        at.RefuseUnless(Allowed);
        return fallback;
    }

    // in .NET, $ also matches before a line's end
    private bool IsAllowed(string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant) && !text.EndsWith('\n');

    private string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number when OrIndex && ulong.TryParse(node.ToJsonString(), out var index) => $"{index}",
        _ => null,
    };
}
