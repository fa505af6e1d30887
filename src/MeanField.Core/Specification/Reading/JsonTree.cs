using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Reading;

/// <summary>
/// JSON text with comments and trailing commas as a tree that can be changed; members given twice are faults.
/// </summary>
internal static class JsonTree
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static JsonNode? Parse(string json, Faults faults)
    {
        try
        {
            return Convert(Root(json), new Cursor(null, "", faults));
        }
        catch (JsonException exception)
        {
            throw new SpecificationException([new Fault("", Describe(exception, json))]);
        }
    }

    /// <summary>The value of a text, or null where it is no JSON.</summary>
    public static bool TryParse(string json, Cursor at, out JsonNode? node)
    {
        node = null;
        try
        {
            node = Convert(Root(json), at);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // one copy that outlives the document, for all values of the tree to point into
    private static JsonElement Root(string json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return document.RootElement.Clone();
    }

    private static JsonNode? Convert(JsonElement element, Cursor at) => element.ValueKind switch
    {
        JsonValueKind.Object => ConvertObject(element, at),
        JsonValueKind.Array => ConvertArray(element, at),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(element),
    };

    private static JsonObject ConvertObject(JsonElement element, Cursor at)
    {
        var members = new JsonObject();
        foreach (var member in element.EnumerateObject())
        {
            var here = at.Member(member.Name, null);
            if (members.ContainsKey(member.Name))
                here.Refuse("must be given once, is given again");
            else
                members.Add(member.Name, Convert(member.Value, here));
        }

        return members;
    }

    private static JsonArray ConvertArray(JsonElement element, Cursor at)
    {
        var items = new JsonArray();
        foreach (var item in element.EnumerateArray())
            items.Add(Convert(item, at.Element(items.Count, null)));
        return items;
    }

    // the parser counts lines from 0 and the column in bytes
    private static string Describe(JsonException exception, string json)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var text = json.Split('\n').ElementAtOrDefault(line) ?? "";
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length);
        var column = Encoding.UTF8.GetCharCount(bytes, 0, before);
        var reason = exception.Message.Split(" LineNumber:")[0].TrimEnd();
        return $"is not JSON at line {line + 1}, column {column + 1}: {reason}";
    }
}
