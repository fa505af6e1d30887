using MeanField.Core.Numerics;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>Σ f(θ) for the specification's bounded functions f.</summary>
internal sealed class TestFunctionSums(EquatableList<TestFunctionSpec> functions) : ILeafStatistic
{
    private readonly ParticleQuantity[] _functions = [.. functions.Select(Function)];

    public ProbeTotals Empty(in ProbeRequest request) => new(_functions.Length, 0, 0);

    public void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals)
    {
        for (var f = 0; f < _functions.Length; f++)
        {
            double sum = 0;
            for (var i = 0; i < leaf.Count; i++)
                sum += _functions[f](leaf[i]);
            totals.Sums[f].Add(sum);
        }
    }

    private static ParticleQuantity Function(TestFunctionSpec spec)
    {
        var coordinate = ParticleQuantities.Of(spec.Of);
        Func<double, double> shape = spec.Kind switch
        {
            TestFunctionKind.Tanh => Elementary.Tanh,
            TestFunctionKind.Cos => Elementary.Cos,
            TestFunctionKind.Sin => Elementary.Sin,
            TestFunctionKind.Gaussian => z => Elementary.Exp(-z * z / 2),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Kind, "unknown function"),
        };
        return row => shape(spec.Scale * coordinate(row));
    }
}
