using MeanField.Core.Measures.Risks;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>
/// Answers probes from particles' rows. Inside a leaf sums run in particle order and go to the exact totals
/// once, so that answers depend on the leaves, never on who holds them: leaves come whole, one call each.
/// </summary>
public sealed class LeafProbe
{
    private readonly int _width;
    private readonly MomentSums _moments;
    private readonly HistogramCounts? _histogram;
    private readonly TestFunctionSums _testFunctions;
    private readonly MonomialSums? _monomials;
    private readonly ParticleRows _rows;

    public LeafProbe(ExperimentSpec spec, int dimension)
    {
        _width = dimension + 2;
        _moments = new MomentSums(spec);
        _histogram = spec.Observe.Histogram is { } histogram ? new HistogramCounts(histogram.Of) : null;
        _testFunctions = new TestFunctionSums(spec.Observe.TestFunctions);
        _monomials = MomentRisks.Of(spec, dimension) is { } risk ? new MonomialSums(risk) : null;
        _rows = new ParticleRows(spec.Network, dimension);
    }

    /// <summary>An empty answer to a request of any kind.</summary>
    public ProbeTotals Empty(in ProbeRequest request) => request.Kind == ProbeKind.Predictions
        ? new ProbeTotals(request.Count, 0, 0)
        : Statistic(request.Kind).Empty(request);

    /// <summary>Adds a whole leaf, of any kind but predictions, which need the kernel.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="firstParticle">The leaf's first particle.</param>
    /// <param name="count">Its particles.</param>
    /// <param name="rows">count × (d + 2), particle-major: w₁ … w_d, a, b, trained or not.</param>
    /// <param name="totals">Where the answer goes.</param>
    public void AddLeaf(
        in ProbeRequest request,
        long firstParticle,
        int count,
        ReadOnlySpan<double> rows,
        ProbeTotals totals) =>
        Statistic(request.Kind).Add(request, new Leaf(firstParticle, count, _width, rows), totals);

    private ILeafStatistic Statistic(ProbeKind kind)
    {
        ILeafStatistic? statistic = kind switch
        {
            ProbeKind.Moments => _moments,
            ProbeKind.SecondMoments => _monomials,
            ProbeKind.Histogram => _histogram,
            ProbeKind.TestFunctions => _testFunctions,
            ProbeKind.Particles => _rows,
            _ => null,
        };
        return statistic ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a probe of these");
    }
}
