using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

internal sealed class BooleanForm : Form<bool>
{
    public static readonly BooleanForm Instance = new();

    public override string Allowed => "true or false";

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    protected override bool ReadUnchecked(Cursor at, bool fallback)
    {
        if (at.Node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return at.Node.GetValue<bool>();
        at.RefuseUnless(Allowed);
        return fallback;
    }
}
