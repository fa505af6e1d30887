using System.Collections.Immutable;
using MeanField.Theory.Activations;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>The named numbers of an observation, under a rotation-invariant law.</summary>
public sealed class RadialColumns(RadialProblem problem, ObserveSpec observe)
{
    private const int Nodes = 128;

    private readonly QuadratureRule _coordinate = problem.InfiniteDimension
        ? new([0], [1])
        : GaussRules.SphereCoordinate(problem.Dimension, Nodes).Pruned();

    public ImmutableArray<NamedValue> Of(NormLaw law) =>
    [
        .. OfNorm(law),
        .. observe.TestFunctions.Select(test => new NamedValue(test.Name, MeanOf(test, law))),
    ];

    /// <summary>The moments of |w|.</summary>
    internal static ImmutableArray<NamedValue> OfNorm(NormLaw law)
    {
        var mean = law.Mean(r => r);
        return
        [
            new("weightNormMean", mean),
            new("weightNormSquaredMean", law.Mean(r => r * r)),
            new("weightNormVariance", law.Mean(r => (r - mean) * (r - mean))),
        ];
    }

    private double MeanOf(TestFunctionSpec test, NormLaw law)
    {
        double F(double z) => TestFunction.Of(test.Kind)(test.Scale * z);
        return test.Of switch
        {
            "weightNorm" => law.Mean(F),
            "a" => F(problem.Amplitude),
            "b" => F(problem.Bias),
            // a coordinate of w is r ω
            _ => law.Mean(r => _coordinate.Integrate(omega => F(r * omega))),
        };
    }
}
