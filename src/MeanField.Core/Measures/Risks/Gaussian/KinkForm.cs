using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>A continuous piecewise linear function A + B t + Σ_k c_k (t − t_k)₊.</summary>
/// <param name="Constant">A.</param>
/// <param name="Slope">B.</param>
/// <param name="Places">t_k.</param>
/// <param name="Changes">c_k, the changes of slope.</param>
internal sealed record KinkForm(double Constant, double Slope, double[] Places, double[] Changes)
{
    /// <summary>Null where the activation is not of this form.</summary>
    public static KinkForm? Of(ActivationSpec activation) => activation switch
    {
        ReluActivation => new(0, 0, [0], [1]),
        LinearActivation => new(0, 1, [], []),
        PiecewiseLinearActivation piecewise => Of(piecewise.Knots),
        _ => null,
    };

    public double At(double t)
    {
        var value = Constant + Slope * t;
        for (var k = 0; k < Places.Length; k++)
            value += Changes[k] * Math.Max(0, t - Places[k]);
        return value;
    }

    private static KinkForm Of(Rows knots)
    {
        var changes = new double[knots.Count];
        double before = 0;
        for (var k = 0; k < knots.Count; k++)
        {
            var after = k + 1 < knots.Count
                ? (knots[k + 1][1] - knots[k][1]) / (knots[k + 1][0] - knots[k][0])
                : 0;
            changes[k] = after - before;
            before = after;
        }
        return new KinkForm(knots[0][1], 0, [.. knots.Select(knot => knot[0])], changes);
    }
}
