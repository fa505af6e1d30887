using System.Collections.Immutable;
using System.Globalization;
using MeanField.Theory.Activations;
using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>The named numbers of an observation, under a law that is invariant in each block.</summary>
public sealed class TwoNormColumns(TwoNormProblem problem, ObserveSpec observe)
{
    private const int Nodes = 128;

    public ImmutableArray<NamedValue> Of(TwoNormLaws laws) =>
    [
        .. RadialColumns.OfNorm(laws.Whole),
        .. observe.TestFunctions.Select(test => new NamedValue(test.Name, MeanOf(test, laws))),
    ];

    private double MeanOf(TestFunctionSpec test, TwoNormLaws laws)
    {
        double F(double z) => TestFunction.Of(test.Kind)(test.Scale * z);
        return test.Of switch
        {
            "weightNorm" => laws.Whole.Mean(F),
            "a" => F(problem.Common.Amplitude),
            "b" => F(problem.Common.Bias),
            _ => MeanOfCoordinate(F, int.Parse(test.Of.AsSpan(1), CultureInfo.InvariantCulture), laws),
        };
    }

    // coordinate i of w is r₁ω in the signal's block, r₂ω in the other, and vanishes at d = ∞
    private double MeanOfCoordinate(Func<double, double> f, int coordinate, TwoNormLaws laws)
    {
        if (problem.Common.InfiniteDimension)
            return f(0);
        var (law, dimension) = coordinate <= problem.SignalDimension
            ? (laws.Signal, problem.SignalDimension)
            : (laws.Rest, problem.RestDimension);
        var rule = GaussRules.SphereCoordinate(dimension, Nodes).Pruned();
        return law.Mean(r => rule.Integrate(omega => f(r * omega)));
    }
}
