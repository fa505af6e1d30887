using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>φ(S) = Σ_k p_k σ(S ω_k) with a rule for the law of ω: for smooth σ.</summary>
public sealed class QuadratureProfile(ScalarFunction activation, QuadratureRule directions) : IProfile
{
    public double Value(double s)
    {
        var sum = 0.0;
        for (var k = 0; k < directions.Count; k++)
            sum += directions.Weights[k] * activation.Value(s * directions.Nodes[k]);
        return sum;
    }

    public double Slope(double s)
    {
        var sum = 0.0;
        for (var k = 0; k < directions.Count; k++)
            sum += directions.Weights[k] * directions.Nodes[k] * activation.Slope(s * directions.Nodes[k]);
        return sum;
    }
}
