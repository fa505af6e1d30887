using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>
/// Particles per bin of a quantity; what lies on or beyond an edge counts in the bin beside it.
/// </summary>
internal sealed class HistogramCounts(HistogramQuantity of) : ILeafStatistic
{
    private readonly ParticleQuantity _quantity = ParticleQuantities.Of(of);

    public ProbeTotals Empty(in ProbeRequest request) => new(request.Count, 0, 0);

    public void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals)
    {
        Span<int> counts = request.Count <= 1024 ? stackalloc int[request.Count] : new int[request.Count];
        counts.Clear();
        var binsPerUnit = request.Count / (request.High - request.Low);
        for (var i = 0; i < leaf.Count; i++)
        {
            var place = (_quantity(leaf[i]) - request.Low) * binsPerUnit;
            // the comparison is false for NaN, which then counts in the first bin
            counts[place > 0 ? (int)Math.Min(place, request.Count - 1) : 0]++;
        }
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
                totals.Sums[bin].Add(counts[bin]);
        }
    }
}
