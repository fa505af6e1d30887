using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>
/// An object whose members are those of a record; absent members keep the prototype's values.
/// </summary>
internal sealed class ObjectForm<T>(T prototype) : Form<T>
{
    private readonly List<Property<T>> _properties = [];

    /// <summary>
    /// The value of the member <see cref="Tag"/> that tells this object from its like, where there are several.
    /// </summary>
    public string? Kind { get; init; }

    public string Tag { get; init; } = "kind";

    public T Prototype => prototype;

    public override string Allowed => "an object";

    public bool HasRequired => _properties.Exists(property => property.IsRequired);

    public ObjectForm<T> Required<TValue>(
        string name, string description, Form<TValue> form, Func<T, TValue> get, Func<T, TValue, T> with) =>
        Add(new Property<T, TValue>(name, true, description, form, get, with));

    public ObjectForm<T> Optional<TValue>(
        string name, string description, Form<TValue> form, Func<T, TValue> get, Func<T, TValue, T> with) =>
        Add(new Property<T, TValue>(name, false, description, form, get, with));

    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        if (Kind is not null)
            writer.WriteString(Tag, Kind);
        foreach (var property in _properties)
            property.Write(writer, value);
        writer.WriteEndObject();
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        if (Kind is not null)
            properties[Tag] = new JsonObject { ["enum"] = new JsonArray(Kind) };
        foreach (var property in _properties)
            properties[property.Name] = property.Schema(prototype);
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (RequiredNames() is { Length: > 0 } required)
            schema["required"] = new JsonArray(required);
        schema["additionalProperties"] = false;
        return schema;
    }

    protected override T ReadUnchecked(Cursor at, T fallback)
    {
        if (at.Node is not JsonObject members)
        {
            at.RefuseUnless(Allowed);
            return prototype;
        }

        RefuseUnknown(at, members);
        var record = prototype;
        foreach (var property in _properties)
        {
            if (members.TryGetPropertyValue(property.Name, out var node))
                record = property.Read(record, at.Member(property.Name, node));
            else if (property.IsRequired)
                property.RefuseMissing(at);
        }

        return record;
    }

    private void RefuseUnknown(Cursor at, JsonObject members)
    {
        var names = _properties.Select(property => property.Name);
        string[] known = [.. Kind is null ? names : names.Prepend(Tag)];
        foreach (var name in members.Select(member => member.Key).Except(known))
        {
            var nearest = Phrase.Quote(NearestName.Of(name, known));
            at.Refuse(name, $"is unknown; the nearest known name is {nearest} (known: {Phrase.List(known)})");
        }
    }

    private JsonNode[] RequiredNames()
    {
        var names = _properties.Where(property => property.IsRequired).Select(property => property.Name);
        return [.. (Kind is null ? names : names.Prepend(Tag)).Select(name => (JsonNode)name)];
    }

    private ObjectForm<T> Add(Property<T> property)
    {
        _properties.Add(property);
        return this;
    }
}
