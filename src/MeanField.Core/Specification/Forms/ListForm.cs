using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A list of values of one form.</summary>
internal sealed class ListForm<T>(Form<T> element, string allowed) : Form<EquatableList<T>>
{
    public int AtLeast { get; init; }

    public int? AtMost { get; init; }

    public override string Allowed => allowed;

    // in an indented file a list stays on one line: a vector of forty numbers is one value to a reader
    public override void Write(Utf8JsonWriter writer, EquatableList<T> value)
    {
        using var buffer = new MemoryStream();
        using (var inline = new Utf8JsonWriter(buffer, writer.Options with { Indented = false }))
        {
            inline.WriteStartArray();
            foreach (var item in value)
                element.Write(inline, item);
            inline.WriteEndArray();
        }

        writer.WriteRawValue(buffer.ToArray(), skipInputValidation: true);
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = element.Schema() };
        if (AtLeast > 0)
            schema["minItems"] = AtLeast;
        if (AtMost is { } atMost)
            schema["maxItems"] = atMost;
        return schema;
    }

    protected override EquatableList<T> ReadUnchecked(Cursor at, EquatableList<T> fallback)
    {
        if (at.Node is not JsonArray array)
        {
            at.RefuseUnless(Allowed);
            return [];
        }

        if (array.Count < AtLeast || array.Count > AtMost)
            at.Refuse($"must be {Allowed}, has {array.Count}");
        var items = new T[array.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = element.Read(at.Element(i, array[i]), default!);
        return new(items);
    }
}
