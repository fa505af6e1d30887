namespace MeanField.Theory.Activations;

/// <summary>σ(t) = base + Σ_k turns_k (t − knots_k)₊.</summary>
public sealed record HingeSum(double Base, double[] Knots, double[] Turns)
{
    /// <summary>The activation as a sum of hinges; null where it is none.</summary>
    public static HingeSum? Of(ActivationSpec spec) => spec switch
    {
        ReluActivation => new(0, [0], [1]),
        PiecewiseLinearActivation linear => OfKnots(linear.Knots),
        _ => null,
    };

    /// <summary>t ↦ scale · σ(t + shift).</summary>
    public HingeSum Transformed(double scale, double shift) =>
        new(scale * Base, [.. Knots.Select(t => t - shift)], [.. Turns.Select(c => scale * c)]);

    public ScalarFunction AsFunction() => new(Value, Slope);

    private double Value(double t)
    {
        var value = Base;
        for (var k = 0; k < Knots.Length; k++)
            value += Turns[k] * Math.Max(t - Knots[k], 0);
        return value;
    }

    private double Slope(double t)
    {
        var slope = 0.0;
        for (var k = 0; k < Knots.Length; k++)
            slope += t > Knots[k] ? Turns[k] : 0;
        return slope;
    }

    // constant outside the knots: the slope jumps at every knot from that of one piece to that of the next
    private static HingeSum OfKnots(Rows knots)
    {
        var places = knots.Select(knot => knot[0]).ToArray();
        var values = knots.Select(knot => knot[1]).ToArray();
        var turns = new double[places.Length];
        for (var k = 0; k + 1 < places.Length; k++)
        {
            var slope = (values[k + 1] - values[k]) / (places[k + 1] - places[k]);
            turns[k] += slope;
            turns[k + 1] -= slope;
        }
        return new(values[0], places, turns);
    }
}
