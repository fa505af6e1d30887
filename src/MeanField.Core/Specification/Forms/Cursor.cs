using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A place in the file: the value there, the path to it, and where faults are noted.</summary>
internal readonly record struct Cursor(JsonNode? Node, string Path, Faults Faults)
{
    public Cursor Member(string name, JsonNode? node) => new(node, PathOf(name), Faults);

    public Cursor Element(int index, JsonNode? node) => new(node, $"{Path}[{index}]", Faults);

    public void Refuse(string message) => Faults.Add(Path, message);

    public void Refuse(string member, string message) => Faults.Add(PathOf(member), message);

    public void RefuseUnless(string allowed) => Refuse($"must be {allowed}, is {Phrase.Of(Node)}");

    /// <summary>Refuses a name that is none of those known, and says which is nearest.</summary>
    public void RefuseUnlessOneOf(ICollection<string> names)
    {
        if (names.Count == 1)
            RefuseUnless(Phrase.Quote(names.Single()));
        else if (Node?.GetValueKind() != JsonValueKind.String)
            RefuseUnless($"one of {Phrase.List(names)}");
        else
        {
            var nearest = Phrase.Quote(NearestName.Of(Node.GetValue<string>(), names));
            Refuse($"must be one of {Phrase.List(names)}, is {Phrase.Of(Node)}; the nearest is {nearest}");
        }
    }

    /// <summary>Whether this value and all within it were read without fault.</summary>
    public bool IsClean => Faults.Clean(Path);

    /// <summary>Whether these members were read without fault.</summary>
    public bool AreClean(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (!Faults.Clean(PathOf(member)))
                return false;
        }

        return true;
    }

    private string PathOf(string member) => Path.Length == 0 ? member : $"{Path}.{member}";
}
