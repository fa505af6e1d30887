using MeanField.Theory.Activations;

namespace MeanField.Theory.Radial;

/// <summary>φ for a piecewise linear σ, ω one coordinate of Unif(S^{d−1}), d ≥ 2, in closed form.</summary>
/// <remarks>
/// With z = t/S and the density c_d(1 − ω²)^{(d−3)/2}, c_d = Γ(d/2)/(√π Γ((d−1)/2)):
/// E(Sω − t)₊ = S h(z) − t T(z), h(z) = c_d(1 − z²)^{(d−1)/2}/(d − 1), T(z) = P(ω > z) = ½ I_{1−z²}((d−1)/2,
/// ½)
/// for z ≥ 0, and 1 − T(−z) below; its derivative in S is h(z). Derived for this project.
/// </remarks>
public sealed class SphereHinges(HingeSum sum, int dimension) : IProfile
{
    private readonly SphereTail _sphere = new(dimension);

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
            slope += sum.Turns[k] * _sphere.FirstMoment(Ratio(sum.Knots[k], s));
        return slope;
    }

    /// <summary>E σ(Sω)², from E(Sω − t)₊(Sω − u)₊ = S² M(z) − S(t + u) h(z) + t u T(z), z = max(t, u)/S,
    /// M(z) = ∫_z^1 ω² = ((d − 1) z h(z) + T(z))/d (by parts).</summary>
    public double MeanSquare(double s)
    {
        var mean = sum.Base * (2 * Value(s) - sum.Base);
        foreach (var (t, turn) in sum.Knots.Zip(sum.Turns))
            foreach (var (u, other) in sum.Knots.Zip(sum.Turns))
                mean += turn * other * HingeProduct(s, t, u);
        return mean;
    }

    private double Hinge(double s, double t)
    {
        var z = Ratio(t, s);
        return s * _sphere.FirstMoment(z) - t * _sphere.Tail(z);
    }

    private double HingeProduct(double s, double t, double u)
    {
        var z = Ratio(Math.Max(t, u), s);
        var (h, tail) = (_sphere.FirstMoment(z), _sphere.Tail(z));
        var second = ((dimension - 1) * z * h + tail) / dimension;
        return s * s * second - s * (t + u) * h + t * u * tail;
    }

    private static double Ratio(double t, double s) =>
        s > 0 ? Math.Clamp(t / s, -1, 1) : t < 0 ? -1 : t > 0 ? 1 : 0;
}
