using MeanField.Core.Measures.Risks;

namespace MeanField.Core.Measures.Stages;

/// <summary>The exact risk from sums of monomials, asked for in bounded probes.</summary>
internal sealed class MomentRiskStage(IMomentRisk risk) : IObservationStage
{
    /// <summary>Sums per probe: about 50 kB of exact sums.</summary>
    public const int Chunk = 2048;

    private readonly double[] _sums = new double[risk.Count];
    private int _known;

    public ProbeRequest? Next => _known == _sums.Length
        ? null
        : new ProbeRequest(ProbeKind.SecondMoments, _known, Math.Min(Chunk, _sums.Length - _known));

    public void Accept(ProbeTotals totals)
    {
        foreach (var sum in totals.Sums)
            _sums[_known++] = sum.Round();
    }

    public Observation Describe(Observation observation) => ExactRisk.Add(observation, risk.Risk(_sums));
}
