using MathNet.Numerics.Distributions;

namespace MeanField.Theory.TwoNorms;

/// <summary>The law of (r₁, r₂) at the start, as weighted points.</summary>
/// <remarks>
/// w ~ N(0, κ²/d I): r₁ = κ χ_{s₀}/√d and r₂ = κ χ_{d−s₀}/√d, independent.
/// w uniform on a sphere: r₁²/|w|² ~ Beta(s₀/2, (d − s₀)/2).
/// The levels of both laws are a Fibonacci lattice under the map t − sin(2πt)/(2π) (Sidi 1993), whose
/// slope 1 − cos(2πt) takes weight from the tails and makes the integrand periodic, as lattices want it.
/// </remarks>
/// <param name="State">Every r₁, then every r₂.</param>
/// <param name="Masses">Of sum 1.</param>
public sealed record TwoNormStart(double[] State, double[] Masses)
{
    // neighbours among the Fibonacci numbers: points, generator
    private static readonly (int Count, int Generator)[] Lattices =
        [(233, 144), (610, 377), (1597, 987)];

    /// <summary>How many levels there are.</summary>
    public static int Levels => Lattices.Length;

    public static TwoNormStart Of(TwoNormProblem problem, int level)
    {
        if (problem.Common.InfiniteDimension || Scale(problem) == 0)
        {
            var share = (double)problem.SignalDimension / problem.Common.Dimension;
            return new([Scale(problem) * Math.Sqrt(share), Scale(problem) * Math.Sqrt(1 - share)], [1]);
        }
        var (count, generator) = Lattices[level];
        var places = Enumerable.Range(0, count)
            .Select(j => (T: (j + 0.5) / count, U: ((long)j * generator % count + 0.5) / count)).ToArray();
        var points = places.Select(place => Norms(problem, Level(place.T), Level(place.U))).ToArray();
        var masses = places.Select(place => Slope(place.T) * Slope(place.U)).ToArray();
        var total = masses.Sum();
        return new(
            [.. points.Select(point => point.First), .. points.Select(point => point.Second)],
            [.. masses.Select(mass => mass / total)]);
    }

    private static double Scale(TwoNormProblem problem) => problem.Common.Weights switch
    {
        GaussianWeights gaussian => gaussian.Scale,
        SphereWeights sphere => sphere.Radius,
        _ => throw new NotSupportedException("the initial law is not invariant under rotations"),
    };

    private static (double First, double Second) Norms(TwoNormProblem problem, double u, double v)
    {
        var (s, m) = (problem.SignalDimension / 2.0, problem.RestDimension / 2.0);
        if (problem.Common.Weights is SphereWeights sphere)
        {
            var share = Beta.InvCDF(s, m, u);
            return (sphere.Radius * Math.Sqrt(share), sphere.Radius * Math.Sqrt(1 - share));
        }
        // χ²/2 ~ Gamma(dimension/2)
        var unit = Scale(problem) / Math.Sqrt(s + m);
        return (
            unit * Math.Sqrt(Gamma.InvCDF(s, 1, u)),
            unit * Math.Sqrt(Gamma.InvCDF(m, 1, v)));
    }

    private static double Level(double t) => t - Math.Sin(2 * Math.PI * t) / (2 * Math.PI);

    private static double Slope(double t) => 1 - Math.Cos(2 * Math.PI * t);
}
