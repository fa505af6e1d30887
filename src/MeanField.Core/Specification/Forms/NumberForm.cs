using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeanField.Core.Specification.Forms;

/// <summary>A finite number of a range; a bound that is not allowed itself is "above" or "below".</summary>
internal sealed class NumberForm(string allowed) : Form<double>
{
    public static readonly NumberForm Any = new("a number");
    public static readonly NumberForm Positive = new("a positive number") { Above = 0 };
    public static readonly NumberForm NonNegative = new("a number of 0 or more") { AtLeast = 0 };

    public double? AtLeast { get; init; }

    public double? Above { get; init; }

    public double? Below { get; init; }

    public override string Allowed => allowed;

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number" };
        if (AtLeast is { } atLeast)
            schema["minimum"] = atLeast;
        if (Above is { } above)
            schema["exclusiveMinimum"] = above;
        if (Below is { } below)
            schema["exclusiveMaximum"] = below;
        return schema;
    }

    // JSON has no NaN; a literal beyond the range of a double reads as infinity
    public bool IsAllowed(double value) =>
        double.IsFinite(value) && !(value < AtLeast) && !(value <= Above) && !(value >= Below);

    protected override double ReadUnchecked(Cursor at, double fallback)
    {
        if (at.Node?.GetValueKind() == JsonValueKind.Number && IsAllowed(at.Node.GetValue<double>()))
            return at.Node.GetValue<double>();
        at.RefuseUnless(Allowed);
        return fallback;
    }
}
