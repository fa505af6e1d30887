using MeanField.Core.Measures.Risks;

namespace MeanField.Core.Measures;

/// <summary>The sums that a closed form of the risk needs, First … First + Count − 1 of them.</summary>
internal sealed class MonomialSums(IMomentRisk risk) : ILeafStatistic
{
    public ProbeTotals Empty(in ProbeRequest request) => new(request.Count, 0, 0);

    public void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals)
    {
        var sums = new double[request.Count];
        for (var i = 0; i < leaf.Count; i++)
            risk.Add(leaf[i], (int)request.First, sums);
        for (var i = 0; i < sums.Length; i++)
            totals.Sums[i].Add(sums[i]);
    }
}
