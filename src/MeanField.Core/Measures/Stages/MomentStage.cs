namespace MeanField.Core.Measures.Stages;

/// <summary>Moments, and then the histogram over the range that they report.</summary>
internal sealed class MomentStage(MomentSums moments, long particles, int bins) : IObservationStage
{
    private readonly List<NamedValue> _columns = [];
    private ProbeRequest? _next = new ProbeRequest(ProbeKind.Moments);
    private Histogram? _histogram;

    public ProbeRequest? Next => _next;

    public void Accept(ProbeTotals totals)
    {
        if (_next is { Kind: ProbeKind.Histogram } asked)
        {
            var counts = totals.Sums.Select(sum => (long)sum.Round());
            _histogram = new Histogram(asked.Low, asked.High, [.. counts]);
            _next = null;
            return;
        }
        _columns.AddRange(moments.Columns(totals, particles));
        _next = bins > 0 ? Ask(moments.Range(totals)) : null;
    }

    public Observation Describe(Observation observation) => observation with
    {
        Columns = observation.Columns.AddRange(_columns),
        Histogram = _histogram,
    };

    /// <summary>Particles that all agree still get bins of a width.</summary>
    private ProbeRequest Ask((double Low, double High) range)
    {
        var (low, high) = range;
        if (!(high > low))
            (low, high) = (low - Math.Max(0.5, Math.Abs(low) / 2), high + Math.Max(0.5, Math.Abs(high) / 2));
        return new ProbeRequest(ProbeKind.Histogram, 0, bins, low, high);
    }
}
