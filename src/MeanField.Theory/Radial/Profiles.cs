using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>The profile of a network whose amplitude and bias are the same fixed numbers for every
/// neuron.</summary>
public static class Profiles
{
    // below this dimension the profile has corners at S = |t| that a table would blunt
    private const int SmoothFrom = 12;

    /// <summary>φ(S) = a E σ(Sω + b) on the sphere of R^d.</summary>
    public static IProfile OnSphere(
        ActivationSpec activation, double amplitude, double bias, int dimension, int nodes)
    {
        if (HingeSum.Of(activation)?.Transformed(amplitude, bias) is { } hinges)
        {
            if (dimension == 1)
                return new QuadratureProfile(hinges.AsFunction(), GaussRules.SphereCoordinate(1, 2));
            var exact = new SphereHinges(hinges, dimension);
            return dimension < SmoothFrom ? exact : new TabulatedProfile(exact);
        }
        var smooth = Shifted(Activation.Of(activation), amplitude, bias);
        return new TabulatedProfile(
            new QuadratureProfile(smooth, GaussRules.SphereCoordinate(dimension, nodes).Pruned()));
    }

    /// <summary>q(S) = a E σ(SG + b), the limit of φ for S of order 1 as d → ∞ with S ω → SG.</summary>
    public static IProfile OfNormal(ActivationSpec activation, double amplitude, double bias, int nodes) =>
        HingeSum.Of(activation)?.Transformed(amplitude, bias) is { } hinges
            ? new NormalHinges(hinges)
            : new QuadratureProfile(
                Shifted(Activation.Of(activation), amplitude, bias), GaussRules.Normal(nodes).Pruned());

    internal static ScalarFunction Shifted(ScalarFunction f, double scale, double shift) =>
        new(t => scale * f.Value(t + shift), t => scale * f.Slope(t + shift));
}
