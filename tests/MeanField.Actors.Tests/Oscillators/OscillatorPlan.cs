using MeanField.Core.Measures;

namespace MeanField.Actors.Tests.Oscillators;

/// <summary>Asks twice, the second question depending on the first answer.</summary>
internal sealed class OscillatorPlan(OscillatorModel model, long step, int pathLength) : IProbePlan
{
    private double _mean;
    private double _maximum;
    private long _below = -1;

    public long Step => step;

    private bool HasMoments { get; set; }

    public ProbeRequest? Next => !HasMoments ? new(ProbeKind.Moments)
        : _below < 0 ? new(ProbeKind.Histogram, Count: 2, Low: 0, High: _maximum)
        : null;

    public ProbeTotals Empty() => model.EmptyProbe(Next!.Value);

    public void Accept(ProbeTotals totals)
    {
        if (HasMoments)
            _below = (long)totals.Sums[0].Round();
        else
        {
            (_mean, _maximum) = (totals.Sums[0].Round() / model.Particles, totals.Maxima[0]);
            HasMoments = true;
        }
    }

    public Observation Complete() => new()
    {
        Step = step,
        Time = step / 1024.0,
        Risk = _mean,
        RiskStandardError = 0,
        Columns = [new("maximum", _maximum)],
        Histogram = new(0, _maximum, [_below, model.Particles - _below]),
        Paths = [.. Enumerable.Range(0, pathLength).Select(i => _mean + i)],
    };
}
