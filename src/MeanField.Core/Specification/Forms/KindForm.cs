using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>
/// One of several objects told apart by one member, "kind" unless said otherwise; a kind that needs nothing else
/// may be given as a plain string.
/// </summary>
internal sealed class KindForm<T>(string allowed, string tag = "kind") : Form<T>
    where T : class
{
    private readonly List<Case> _cases = [];

    public override string Allowed => allowed;

    private string[] Kinds => [.. _cases.Select(known => known.Kind)];

    public KindForm<T> Or<TCase>(ObjectForm<TCase> form)
        where TCase : T
    {
        _cases.Add(new Case<TCase>(form));
        return this;
    }

    public override void Write(Utf8JsonWriter writer, T value) =>
        _cases.Single(known => known.Holds(value)).Write(writer, value);

    public override JsonObject Schema()
    {
        var bare = _cases.Where(known => !known.HasRequired).Select(known => (JsonNode)known.Kind).ToArray();
        var schemas = _cases.Select(known => (JsonNode)known.Schema()).ToList();
        if (bare.Length > 0)
            schemas.Add(new JsonObject { ["enum"] = new JsonArray(bare) });
        return new() { ["anyOf"] = new JsonArray([.. schemas]) };
    }

    protected override T ReadUnchecked(Cursor at, T fallback)
    {
        if (at.Node?.GetValueKind() == JsonValueKind.String)
            at = at with { Node = new JsonObject { [tag] = at.Node.DeepClone() } };
        if (at.Node is not JsonObject members)
            at.RefuseUnless($"{Allowed}: an object with a {Phrase.Quote(tag)} ({Phrase.List(Kinds)})");
        else if (!members.TryGetPropertyValue(tag, out var kind))
            at.Refuse(tag, $"is missing; must be one of {Phrase.List(Kinds)}");
        else if (_cases.Find(known => IsNamed(kind, known.Kind)) is { } found)
            return found.Read(at);
        else
            at.Member(tag, kind).RefuseUnlessOneOf(Kinds);
        return fallback;
    }

    private static bool IsNamed(JsonNode? node, string kind) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() == kind;

    private abstract class Case(string kind, bool hasRequired)
    {
        public string Kind => kind;

        public bool HasRequired => hasRequired;

        public abstract bool Holds(T value);

        public abstract T Read(Cursor at);

        public abstract void Write(Utf8JsonWriter writer, T value);

        public abstract JsonObject Schema();
    }

    private sealed class Case<TCase>(ObjectForm<TCase> form) : Case(form.Kind!, form.HasRequired)
        where TCase : T
    {
        public override bool Holds(T value) => value is TCase;

        public override T Read(Cursor at) => form.Read(at, form.Prototype);

        public override void Write(Utf8JsonWriter writer, T value) => form.Write(writer, (TCase)value);

        public override JsonObject Schema() => form.Schema();
    }
}
