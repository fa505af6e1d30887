using System.Text.Json;
using System.Text.Json.Nodes;
using MeanField.Core.Specification.Forms;

namespace MeanField.Core.Specification.Sections;

/// <summary>A vector, or "unit" for the first unit vector (null in the record).</summary>
internal sealed class UnitOrVectorForm : Form<Values?>
{
    private const string Unit = "unit";

    public override string Allowed => "\"unit\" or a list of numbers";

    public override void Write(Utf8JsonWriter writer, Values? value)
    {
        if (value is null)
            writer.WriteStringValue(Unit);
        else
            Common.Vector.Write(writer, value);
    }

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray(Unit) }, Common.Vector.Schema()),
    };

    protected override Values? ReadUnchecked(Cursor at, Values? fallback)
    {
        if (at.Node is JsonArray)
            return Common.Vector.Read(at, []);
        if (at.Node?.GetValueKind() != JsonValueKind.String || at.Node.GetValue<string>() != Unit)
            at.RefuseUnless(Allowed);
        return null;
    }
}
