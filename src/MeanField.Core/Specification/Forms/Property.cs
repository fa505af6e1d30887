using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A named member of an object in the file, tied to a member of a record.</summary>
internal abstract class Property<TRecord>(string name, bool isRequired)
{
    public string Name { get; } = name;

    public bool IsRequired { get; } = isRequired;

    public abstract TRecord Read(TRecord record, Cursor at);

    public abstract void RefuseMissing(Cursor parent);

    public abstract void Write(Utf8JsonWriter writer, TRecord record);

    public abstract JsonObject Schema(TRecord prototype);
}

/// <inheritdoc/>
internal sealed class Property<TRecord, T>(
    string name,
    bool isRequired,
    string description,
    Form<T> form,
    Func<TRecord, T> get,
    Func<TRecord, T, TRecord> with) : Property<TRecord>(name, isRequired)
{
    public override TRecord Read(TRecord record, Cursor at) => with(record, form.Read(at, get(record)));

    public override void RefuseMissing(Cursor parent) =>
        parent.Refuse(Name, $"is missing; must be {form.Allowed}");

    public override void Write(Utf8JsonWriter writer, TRecord record)
    {
        writer.WritePropertyName(Name);
        form.Write(writer, get(record));
    }

    public override JsonObject Schema(TRecord prototype)
    {
        var schema = form.Schema();
        schema["description"] = description;
        if (!IsRequired)
            schema["default"] = form.ToNode(get(prototype));
        return schema;
    }
}
