using MathNet.Numerics;
using MeanField.Theory.Activations;

namespace MeanField.Theory.Radial;

/// <summary>q(S) = E σ(SG) for a piecewise linear σ and G ~ N(0, 1): the profile at d = ∞.</summary>
/// <remarks>E(SG − t)₊ = S pdf(t/S) − t Q(t/S); the derivative in S is pdf(t/S).</remarks>
public sealed class NormalHinges(HingeSum sum) : IProfile
{
    public double Value(double s)
    {
        var value = sum.Base;
        for (var k = 0; k < sum.Knots.Length; k++)
            value += sum.Turns[k] * Hinge(s, sum.Knots[k]);
        return value;
    }

    public double Slope(double s)
    {
        var slope = 0.0;
        for (var k = 0; k < sum.Knots.Length; k++)
            slope += sum.Turns[k] * Density(sum.Knots[k], s);
        return slope;
    }

    private static double Hinge(double s, double t) => s > 0
        ? s * Density(t, s) - t * SpecialFunctions.Erfc(t / s / Math.Sqrt(2)) / 2
        : Math.Max(-t, 0);

    private static double Density(double t, double s)
    {
        var z = s > 0 ? t / s : t == 0 ? 0 : double.PositiveInfinity;
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
