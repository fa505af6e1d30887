using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Reading;

/// <summary>One <c>path=value</c> of the command line, set in the tree before it is read.</summary>
internal sealed class Override(string path, IReadOnlyList<PathStep> steps, Faults faults)
{
    /// <summary>Sets all of them, in their order, and returns the tree's root.</summary>
    public static JsonNode? ApplyAll(JsonNode? root, IReadOnlyList<string> sets, Faults faults)
    {
        foreach (var set in sets)
            root = Apply(root, set, faults);
        return root;
    }

    private static JsonNode? Apply(JsonNode? root, string set, Faults faults)
    {
        var separator = set.IndexOf('=', StringComparison.Ordinal);
        var path = separator < 0 ? set : set[..separator];
        if (separator > 0 && PathStep.TryParse(path) is { } steps)
        {
            var value = Value(set[(separator + 1)..], path, faults);
            return new Override(path, steps, faults).Put(root, 0, value);
        }

        faults.Add(path, "cannot be set; must be path=value, as in training.stepSize=1e-5");
        return root;
    }

    // what is no JSON is a plain string, so that nobody need quote twice in a shell
    private static JsonNode? Value(string text, string path, Faults faults) =>
        JsonTree.TryParse(text, new Cursor(null, path, faults), out var node) ? node : JsonValue.Create(text);

    private JsonNode? Put(JsonNode? here, int depth, JsonNode? value)
    {
        if (depth == steps.Count)
            return value;
        var step = steps[depth];
        here ??= step.IsBracketed ? new JsonArray() : new JsonObject();
        if (here is JsonObject members && !step.IsBracketed)
            members[step.Name] = Release(Put(members[step.Name], depth + 1, value));
        else if (here is JsonArray items && step.Index is { } index && index < items.Count)
            items[index] = Release(Put(items[index], depth + 1, value));
        else if (here is JsonArray grown && step.Index == grown.Count)
            grown.Add(Put(null, depth + 1, value));
        else
            Refuse(here, depth);
        return here;
    }

    // a node that has a parent may not be given one again
    private static JsonNode? Release(JsonNode? node)
    {
        if (node?.Parent is JsonObject members)
            members.Remove(node.GetPropertyName());
        else if (node?.Parent is JsonArray items)
            items[node.GetElementIndex()] = null;
        return node;
    }

    private void Refuse(JsonNode here, int depth)
    {
        var above = steps.Take(depth).Select((step, i) => step.Text(isFirst: i == 0));
        var parent = depth == 0 ? "the file" : string.Concat(above);
        var what = here is JsonArray items ? $"a list of {items.Count}" : Phrase.Of(here);
        var place = steps[depth].Text(isFirst: true);
        faults.Add(path, $"cannot be set; {parent} is {what} and has no place {place}");
    }
}
