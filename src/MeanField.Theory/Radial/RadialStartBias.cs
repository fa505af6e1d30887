using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>N (E R_N − R) at t = 0 for neurons drawn independently from ρ₀.</summary>
/// <remarks>∫U(θ,θ)ρ₀ − ∫∫U ρ₀ρ₀, an identity for every model; here U(θ,θ) = α² E φ₂(rR) with φ₂(S) = E
/// σ(Sω)².</remarks>
public static class RadialStartBias
{
    private const int Nodes = 64;

    public static double Of(RadialProblem problem)
    {
        var norms = new CarriedNorms(problem.Start(), 8);
        var (data, profile) = (problem.Data(Nodes), problem.Profile(4 * Nodes));
        var square = SquareProfile(problem);
        var bias = 0.0;
        for (var k = 0; k < data.Count; k++)
        {
            double self = 0, mean = 0;
            for (var j = 0; j < norms.Radii.Length; j++)
            {
                self += norms.Masses[j] * square(norms.Radii[j] * data.Norms[k]);
                mean += norms.Masses[j] * profile.Value(norms.Radii[j] * data.Norms[k]);
            }
            bias += data.Weights[k] * (self - mean * mean);
        }
        return problem.OutputScale * problem.OutputScale * bias;
    }

    private static Func<double, double> SquareProfile(RadialProblem problem)
    {
        var hinges = HingeSum.Of(problem.Activation)?.Transformed(problem.Amplitude, problem.Bias);
        if (hinges is not null && !problem.InfiniteDimension && problem.Dimension > 1)
            return new SphereHinges(hinges, problem.Dimension).MeanSquare;
        var sigma = Activation.Of(problem.Activation).Value;
        var directions = problem.InfiniteDimension
            ? GaussRules.Normal(4 * Nodes)
            : GaussRules.SphereCoordinate(problem.Dimension, 4 * Nodes);
        return s => directions.Integrate(omega =>
            Math.Pow(problem.Amplitude * sigma(s * omega + problem.Bias), 2));
    }
}
