using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;
using MeanField.Protocol.Wire;

namespace MeanField.Actors.Shards;

/// <summary>
/// A range of particles as the protocol sees it: comes to the step that is asked about, however far behind,
/// and answers; what it was asked before, or has already applied, changes nothing.
/// </summary>
internal sealed class ShardState(IMeanFieldModel model, LeafRange leaves, IShardPort port) : IDisposable
{
    /// <summary>
    /// Particle-steps replayed for one message: a fraction of a second, so that a thread is never long away
    /// from what else waits for it, a cancellation for one.
    /// </summary>
    private const long ReplayWork = 1 << 25;

    private const int ReplaySteps = 32;

    private readonly ExactSum[] _sums = NewSums(model.SummaryLength);
    private readonly WireWriter _writer = new();
    private readonly List<double> _partialSignal = [];
    private readonly int _replayValues = ReplayValues(model, leaves);
    private IParticleBlock _block = model.CreateBlock(leaves);
    private long _epoch;
    private Rounds.Open? _question;
    private ReadOnlyMemory<byte>? _answer;

    /// <summary>k: the particles are θ^k.</summary>
    public long Step => _block.Step;

    private long NextValue => _block.Step * model.SummaryLength + _partialSignal.Count;

    /// <summary>
    /// A coordinator calls; a newer one than before may stand behind this shard, which then starts afresh.
    /// </summary>
    public void Enlist(long epoch, long step)
    {
        if (epoch < _epoch)
            return;
        if (epoch > _epoch)
        {
            (_epoch, _question, _answer) = (epoch, null, null);
            if (_block.Step > step)
                StartAfresh();
        }
        port.Enlisted(epoch, _block.Step);
    }

    public void Open(Rounds.Open question)
    {
        if (question.Stamp.Epoch != _epoch || (_question is { } last && question.Stamp.IsBefore(last.Stamp)))
            return;
        if (_question is null || !question.Stamp.IsSameRound(_question.Stamp))
            (_question, _answer) = (question, null);
        if (question.Stamp.Step == _block.Step + 1 && question.Signal.Length == model.SummaryLength)
            Advance(question.Signal.AsSpan());
        Pursue();
    }

    /// <summary>A stretch of the journal, asked for or not.</summary>
    public void SignalsServed(Transfers.SignalsServed served)
    {
        if (_question is null || served.Epoch != _epoch || served.FirstValue != NextValue)
            return;
        var needed = _question.Stamp.Step * model.SummaryLength - NextValue;
        var taken = (int)Math.Min(needed, served.Values.Length);
        if (taken <= 0)
            return;
        // the next stretch travels while this one is replayed
        if (taken < needed)
            port.GetSignals(_epoch, NextValue + taken, _replayValues);
        Replay(served.Values.AsSpan()[..taken]);
        if (_block.Step == _question.Stamp.Step)
            Pursue();
    }

    public void Dispose() => _block.Dispose();

    private void Pursue()
    {
        var question = _question!;
        if (_block.Step < question.Stamp.Step)
            port.GetSignals(_epoch, NextValue, _replayValues);
        else if (_block.Step == question.Stamp.Step)
            port.Answer(question.Stamp, question.Probe is not null, _answer ??= Answer(question.Probe));
    }

    private ReadOnlyMemory<byte> Answer(ProbeQuestion? probe)
    {
        if (probe is { } question)
        {
            var totals = question.Empty();
            _block.Probe(question.Request, totals);
            return ProbePayload.Write(totals, _writer);
        }
        foreach (var sum in _sums)
            sum.Clear();
        _block.Summarise(_sums);
        return SummaryPayload.Write(_sums, _writer);
    }

    private void Advance(ReadOnlySpan<double> signal)
    {
        _partialSignal.Clear();
        _block.Advance(signal);
    }

    private void Replay(ReadOnlySpan<double> values)
    {
        var length = model.SummaryLength;
        if (_partialSignal.Count == 0 && values.Length >= length)
        {
            var whole = values.Length - values.Length % length;
            _block.Replay(values[..whole]);
            values = values[whole..];
        }
        foreach (var value in values)
        {
            _partialSignal.Add(value);
            if (_partialSignal.Count < length)
                continue;
            _block.Replay(_partialSignal.ToArray());
            _partialSignal.Clear();
        }
    }

    private void StartAfresh()
    {
        _block.Dispose();
        _partialSignal.Clear();
        _block = model.CreateBlock(leaves);
    }

    private static int ReplayValues(IMeanFieldModel model, LeafRange leaves)
    {
        var particles = Math.Max(1, model.Particles * leaves.Count / model.Leaves);
        var values = Math.Max(ReplayWork / particles, ReplaySteps * (long)model.SummaryLength);
        return (int)Math.Min(values, Transfers.PieceValues);
    }

    private static ExactSum[] NewSums(int length)
    {
        var sums = new ExactSum[length];
        for (var i = 0; i < length; i++)
            sums[i] = new ExactSum();
        return sums;
    }
}
