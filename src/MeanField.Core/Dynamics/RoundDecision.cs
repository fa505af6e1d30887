using MeanField.Core.Numerics;

namespace MeanField.Core.Dynamics;

/// <summary>How a round is decided where one block holds all particles.</summary>
public sealed class RoundDecision
{
    private readonly IMeanFieldModel _model;
    private readonly ExactSum[] _sums;
    private readonly double[] _totals;
    private readonly double[] _signals;
    private int _length;

    public RoundDecision(IMeanFieldModel model)
    {
        _model = model;
        _sums = [.. Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum())];
        _totals = new double[_sums.Length];
        _signals = new double[model.StepsPerRound * model.SignalLength];
    }

    /// <summary>Of the steps of the round that was decided last.</summary>
    public ReadOnlySpan<double> Signals => _signals.AsSpan(0, _length);

    /// <summary>Decides the round that the block is about to begin; the block stays.</summary>
    /// <returns>Null, or why there is none.</returns>
    public RunFailed? Ask(IParticleBlock block)
    {
        _length = _model.RoundSignalLength(block.Step);
        var signals = _signals.AsSpan(0, _length);
        Summarise(block, default);
        _model.Respond(block.Step, _totals, signals);
        var stands = !_model.TriesSignals;
        while (!stands && Divergence.Of(block.Step, signals, _model.SignalLength) is null)
        {
            Summarise(block, signals);
            stands = _model.Judge(block.Step, _totals, signals);
        }
        return Divergence.Of(block.Step, signals, _model.SignalLength);
    }

    private void Summarise(IParticleBlock block, ReadOnlySpan<double> trial)
    {
        foreach (var sum in _sums)
            sum.Clear();
        block.Summarise(_sums, trial);
        for (var i = 0; i < _sums.Length; i++)
            _totals[i] = _sums[i].Round();
    }
}
