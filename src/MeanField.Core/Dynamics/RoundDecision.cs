using MeanField.Core.Numerics;

namespace MeanField.Core.Dynamics;

/// <summary>From the totals of a round's summary to its signals, which may be on trial for some rounds.</summary>
public sealed class RoundDecision
{
    private readonly IMeanFieldModel _model;
    private readonly ExactSum[] _sums;
    private readonly double[] _totals;
    private readonly double[] _signals;
    private int _length;
    private bool _onTrial;

    public RoundDecision(IMeanFieldModel model)
    {
        _model = model;
        _sums = [.. Enumerable.Range(0, model.SummaryLength).Select(_ => new ExactSum())];
        _totals = new double[_sums.Length];
        _signals = new double[model.StepsPerRound * model.SignalLength];
    }

    /// <summary>Of the steps of the round that was decided last.</summary>
    public ReadOnlySpan<double> Signals => _signals.AsSpan(0, _length);

    /// <summary>What the next summary is to tell of; empty where nothing is on trial.</summary>
    public ReadOnlySpan<double> Trial => _onTrial ? Signals : default;

    /// <summary>Why there can be no signals.</summary>
    public RunFailed? Failure { get; private set; }

    /// <summary>Takes the total of a summary; false where signals are on trial and it is to be asked for again.</summary>
    public bool Take(long step, ReadOnlySpan<ExactSum> sums)
    {
        for (var i = 0; i < _totals.Length; i++)
            _totals[i] = sums[i].Round();
        _length = _model.RoundSignalLength(step);
        var signals = _signals.AsSpan(0, _length);
        if (_onTrial)
            _onTrial = !_model.Judge(step, _totals, signals);
        else
        {
            _model.Respond(step, _totals, signals);
            _onTrial = _model.TriesSignals;
        }
        Failure = Divergence.Of(step, signals, _model.SignalLength);
        _onTrial &= Failure is null;
        return !_onTrial;
    }

    /// <summary>Decides the round that a block of all particles is about to begin; the block stays.</summary>
    /// <returns>Null, or why there is none.</returns>
    public RunFailed? Ask(IParticleBlock block)
    {
        do
        {
            foreach (var sum in _sums)
                sum.Clear();
            block.Summarise(_sums, Trial);
        }
        while (!Take(block.Step, _sums));
        return Failure;
    }
}
