using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>
/// The form that a value takes in the experiment file, said once: how it is read, written, and described by
/// the
/// JSON Schema.
/// </summary>
internal abstract class Form<T>
{
    /// <summary>What is allowed, to follow "must be": "a positive number".</summary>
    public abstract string Allowed { get; }

    /// <summary>A condition on the value as a whole; it relies only on parts that are clean.</summary>
    public Action<T, Cursor>? Check { get; init; }

    /// <summary>
    /// The value at a place; where it is faulty, the fault is noted and the fallback stands in.
    /// </summary>
    public T Read(Cursor at, T fallback)
    {
        var value = ReadUnchecked(at, fallback);
        Check?.Invoke(value, at);
        return value;
    }

    public abstract void Write(Utf8JsonWriter writer, T value);

    public abstract JsonObject Schema();

    /// <summary>The value as a JSON node, as it would be written.</summary>
    public JsonNode? ToNode(T value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, value);
        return JsonNode.Parse(buffer.ToArray());
    }

    protected abstract T ReadUnchecked(Cursor at, T fallback);
}
