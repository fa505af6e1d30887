using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A value that may be null.</summary>
internal sealed class OrNull<T>(Form<T> form) : Form<T?>
    where T : class
{
    public override string Allowed => $"{form.Allowed}, or null";

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            form.Write(writer, value);
    }

    public override JsonObject Schema() => NullSchema.Or(form.Schema());

    protected override T? ReadUnchecked(Cursor at, T? fallback) =>
        at.Node is null ? null : form.Read(at, fallback!);
}

/// <summary>A number that may be null.</summary>
internal sealed class NumberOrNull<T>(Form<T> form) : Form<T?>
    where T : struct
{
    public override string Allowed => $"{form.Allowed}, or null";

    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } number)
            form.Write(writer, number);
        else
            writer.WriteNullValue();
    }

    public override JsonObject Schema() => NullSchema.Or(form.Schema());

    protected override T? ReadUnchecked(Cursor at, T? fallback) =>
        at.Node is null ? null : form.Read(at, fallback.GetValueOrDefault());
}

internal static class NullSchema
{
    public static JsonObject Or(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}
