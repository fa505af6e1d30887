using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>One of the names of an enumeration, in camel case.</summary>
internal sealed class ChoiceForm<T> : Form<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Choices =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public override string Allowed =>
        Choices.Count == 1 ? Phrase.Quote(Choices.Keys.Single()) : $"one of {Phrase.List(Choices.Keys)}";

    public override void Write(Utf8JsonWriter writer, T value) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. Choices.Keys.Select(name => (JsonNode)name)]) };

    protected override T ReadUnchecked(Cursor at, T fallback)
    {
        if (at.Node?.GetValueKind() == JsonValueKind.String
            && Choices.TryGetValue(at.Node.GetValue<string>(), out var value))
            return value;
        at.RefuseUnlessOneOf(Choices.Keys);
        return fallback;
    }
}
