using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A whole number of a range; it may be written 1e6.</summary>
internal sealed class IntegerForm<T>(T least, T most) : Form<T>
    where T : struct, IBinaryInteger<T>
{
    private const double LargestExact = 9007199254740992;

    public int MultipleOf { get; init; } = 1;

    public override string Allowed =>
        (MultipleOf == 1 ? "a whole number" : $"a multiple of {MultipleOf}") + $" between {least} and {most}";

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteRawValue(value.ToString()!);

    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = JsonNode.Parse(least.ToString()!),
            ["maximum"] = JsonNode.Parse(most.ToString()!),
        };
        if (MultipleOf != 1)
            schema["multipleOf"] = MultipleOf;
        return schema;
    }

    protected override T ReadUnchecked(Cursor at, T fallback)
    {
        if (Whole(at.Node) is { } value && IsAllowed(value))
            return T.CreateChecked(value);
        at.RefuseUnless(Allowed);
        return fallback;
    }

    private static Int128? Whole(JsonNode? node)
    {
        if (node?.GetValueKind() != JsonValueKind.Number)
            return null;
        if (Int128.TryParse(node.ToJsonString(), out var exact))
            return exact;
        var value = node.GetValue<double>();
        return Math.Abs(value) <= LargestExact && value == Math.Floor(value) ? (Int128)value : null;
    }

    private bool IsAllowed(Int128 value) =>
        value >= Int128.CreateChecked(least)
        && value <= Int128.CreateChecked(most)
        && value % MultipleOf == 0;
}
