using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Numerics;

namespace MeanField.Actors.Tests.Oscillators;

internal sealed class OscillatorBlock : IParticleBlock
{
    private const double StepSize = 1.0 / 64;

    private readonly OscillatorModel _model;
    private readonly long _first;
    private readonly double[] _theta;

    public OscillatorBlock(OscillatorModel model, LeafRange leaves)
    {
        (_model, Leaves) = (model, leaves);
        _first = (long)leaves.First * OscillatorModel.LeafSize;
        var end = Math.Min(model.Particles, (long)leaves.End * OscillatorModel.LeafSize);
        _theta = new double[end - _first];
        for (var i = 0; i < _theta.Length; i++)
            _theta[i] = OscillatorModel.Start(_first + i);
    }

    public LeafRange Leaves { get; }

    public long Step { get; private set; }

    public void Summarise(ReadOnlySpan<ExactSum> sums)
    {
        Trip(Mishap.InSummarise);
        foreach (var theta in _theta)
        {
            var power = 1.0;
            foreach (var sum in sums)
                sum.Add(power *= theta);
        }
    }

    public void Advance(ReadOnlySpan<double> signal)
    {
        Assert.Equal(_model.SummaryLength, signal.Length);
        for (var i = 0; i < _theta.Length; i++)
            _theta[i] += StepSize * (signal[0] + signal[^1] * _theta[i] * _theta[i]);
        Step++;
    }

    public void Replay(ReadOnlySpan<double> signals)
    {
        for (var at = 0; at < signals.Length; at += _model.SummaryLength)
            Advance(signals.Slice(at, _model.SummaryLength));
    }

    public void Probe(in ProbeRequest request, ProbeTotals totals)
    {
        Trip(Mishap.InProbe);
        for (var i = 0; i < _theta.Length; i++)
            Measure(request, _first + i, _theta[i], totals);
    }

    public void Dispose()
    {
    }

    private static void Measure(in ProbeRequest request, long particle, double theta, ProbeTotals totals)
    {
        switch (request.Kind)
        {
            case ProbeKind.Moments:
                totals.Sums[0].Add(theta);
                totals.Maxima[0] = Math.Max(totals.Maxima[0], theta);
                break;
            case ProbeKind.Histogram:
                totals.Sums[theta < request.High / 2 ? 0 : 1].Add(1);
                break;
            case ProbeKind.Particles when particle >= request.First
                && particle < request.First + request.Count:
                var row = 2 * (int)(particle - request.First);
                (totals.Rows[row], totals.Rows[row + 1]) = (theta, particle);
                (totals.Filled[row], totals.Filled[row + 1]) = (true, true);
                break;
        }
    }

    private void Trip(Mishap here)
    {
        if (_model.Mishap == here && Step == _model.MishapStep)
            throw new InvalidOperationException($"mishap {here}");
    }
}
