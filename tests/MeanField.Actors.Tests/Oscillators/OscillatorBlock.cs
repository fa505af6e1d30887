using System.Runtime.InteropServices;
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
    private readonly long[] _rests;

    public OscillatorBlock(OscillatorModel model, LeafRange leaves)
    {
        (_model, Leaves) = (model, leaves);
        _first = (long)leaves.First * OscillatorModel.LeafSize;
        var end = Math.Min(model.Particles, (long)leaves.End * OscillatorModel.LeafSize);
        _theta = new double[end - _first];
        _rests = new long[_theta.Length];
        for (var i = 0; i < _theta.Length; i++)
            _theta[i] = OscillatorModel.Start(_first + i);
    }

    public LeafRange Leaves { get; }

    public long Step { get; private set; }

    public void Summarise(ReadOnlySpan<ExactSum> sums, ReadOnlySpan<double> trial)
    {
        Trip(Mishap.InSummarise);
        Assert.Equal(Step, _model.RoundOf(Step));
        Assert.All(_rests, rest => Assert.True(rest <= Step));
        foreach (var theta in _theta)
        {
            var power = 1.0;
            foreach (var sum in sums)
                sum.Add(power *= theta);
        }
    }

    public void Advance(ReadOnlySpan<double> signals)
    {
        Assert.Equal(0, signals.Length % _model.SignalLength);
        Replay(signals, 1);
    }

    private void AdvanceOne(ReadOnlySpan<double> signal)
    {
        for (var i = 0; i < _theta.Length; i++)
            if (_rests[i] <= Step)
                _theta[i] += StepSize * (signal[0] + signal[^1] * _theta[i] * _theta[i]);
        Step++;
    }

    public void Replay(ReadOnlySpan<double> signals, int threads)
    {
        for (var at = 0; at < signals.Length; at += _model.SignalLength)
            AdvanceOne(signals.Slice(at, _model.SignalLength));
    }

    public void Probe(in ProbeRequest request, ProbeTotals totals)
    {
        Trip(Mishap.InProbe);
        for (var i = 0; i < _theta.Length; i++)
            Measure(request, _first + i, _theta[i], totals);
    }

    public bool IsAtRest => Step % _model.StepsPerWindow == 0 && _rests.Max() <= Step;

    public void Save(LeafRange leaves, Span<byte> destination)
    {
        Assert.True(IsAtRest);
        var numbers = MemoryMarshal.Cast<byte, double>(destination);
        var (first, count) = _model.ParticlesOf(leaves);
        for (var i = 0; i < count; i++)
            (numbers[2 * i], numbers[2 * i + 1]) = (_theta[first - _first + i], first + i);
    }

    public void Restore(LeafRange leaves, long step, ReadOnlySpan<byte> source)
    {
        var numbers = MemoryMarshal.Cast<byte, double>(source);
        var (first, count) = _model.ParticlesOf(leaves);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(first + i, numbers[2 * i + 1]);
            (_theta[first - _first + i], _rests[first - _first + i]) = (numbers[2 * i], step);
        }
        Step = _rests.Min();
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
