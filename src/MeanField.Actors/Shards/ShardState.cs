using MeanField.Actors.Checkpoints;
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
internal sealed class ShardState(
    IMeanFieldModel model,
    LeafRange leaves,
    IShardPort port,
    ReplayThreads threads,
    BlockCheckpoints? checkpoints = null) : IDisposable
{
    /// <summary>
    /// Particle-steps replayed for one message: a fraction of a second, so that a thread is never long away
    /// from what else waits for it, a cancellation for one.
    /// </summary>
    private const long ReplayWork = 1 << 25;

    private const int LeastSteps = 32;

    /// <summary>How long a shard that moves writes for its successor.</summary>
    private static readonly TimeSpan HandOverLimit = TimeSpan.FromSeconds(5);

    private readonly ExactSum[] _sums = NewSums(model.SummaryLength);
    private readonly WireWriter _writer = new();
    private readonly List<double> _partialSignal = [];
    private readonly int _replayValues = ReplayValues(model, leaves);
    private readonly RecentSignals _recent = new(4 * Math.Max(Transfers.PieceValues, model.SignalLength));
    private IParticleBlock? _block;
    private long _furthestLeaf;
    private bool _leaving;
    private long _epoch;
    private Rounds.Open? _question;
    private ReadOnlyMemory<byte>? _answer;

    /// <summary>k: the particles are θ^k.</summary>
    public long Step => _block?.Step ?? 0;

    /// <summary>The last signals that this shard was told, up to θ^k.</summary>
    public RecentSignals Recent => _recent;

    private IParticleBlock Block =>
        _block ?? throw new InvalidOperationException("The shard was never called.");

    private long NextValue => Step * model.SignalLength + _partialSignal.Count;

    /// <summary>
    /// A coordinator calls; a newer one than before may stand behind this shard, or be told by it what it has
    /// missed.
    /// </summary>
    public void Enlist(long epoch, long step)
    {
        if (epoch < _epoch)
            return;
        if (epoch > _epoch)
        {
            (_epoch, _question, _answer) = (epoch, null, null);
            if (_block is null)
                Start(step);
        }
        port.Enlisted(epoch, Step, _recent.First);
    }

    public void Open(Rounds.Open question)
    {
        if (question.Stamp.Epoch != _epoch || (_question is { } last && question.Stamp.IsBefore(last.Stamp)))
            return;
        if (_question is null || !question.Stamp.IsSameRound(_question.Stamp))
            (_question, _answer) = (question, null);
        // a coordinator that has lost more than shards remember goes back, and they with it
        if (question.Stamp.Step < Math.Max(Step, _furthestLeaf))
            Start(question.Stamp.Step);
        var behind = (question.Stamp.Step - Step) * model.SignalLength;
        if (behind > 0 && behind <= question.Signals.Length)
            Advance(question.Signals.AsSpan()[^(int)behind..]);
        if (!_leaving || !TryLeave())
            Pursue();
    }

    /// <summary>
    /// The shard is to move: at the next step at which it can leave all that its successor needs; false:
    /// later.
    /// </summary>
    public bool TryLeave()
    {
        _leaving = true;
        if (_block is { IsAtRest: false })
            return false;
        if (_block is not null)
            checkpoints?.HandOver(_block, HandOverLimit);
        port.Left();
        return true;
    }

    /// <summary>A stretch of the journal, asked for or not.</summary>
    public void SignalsServed(Transfers.SignalsServed served)
    {
        if (_question is null || served.Epoch != _epoch || served.FirstValue != NextValue)
            return;
        var needed = _question.Stamp.Step * model.SignalLength - NextValue;
        var taken = (int)Math.Min(needed, served.Values.Length);
        if (taken <= 0)
            return;
        // the next stretch travels while this one is replayed
        if (taken < needed)
            GetSignals(NextValue + taken);
        Replay(served.Values.AsSpan()[..taken]);
        if (Step == _question.Stamp.Step)
            Pursue();
    }

    public void Dispose()
    {
        checkpoints?.Dispose();
        _block?.Dispose();
    }

    private void Pursue()
    {
        var question = _question!;
        if (Step < question.Stamp.Step)
            GetSignals(NextValue);
        else if (Step == question.Stamp.Step)
        {
            _answer ??= Answer(question.Probe, question.Trial.AsSpan());
            port.Answer(question.Stamp, question.Probe is not null, _answer.Value);
        }
    }

    /// <summary>
    /// Asks for signals up to the end of a window: within one, replay is no faster than the run.
    /// </summary>
    private void GetSignals(long firstValue)
    {
        var window = (long)model.StepsPerWindow * model.SignalLength;
        var end = firstValue + _replayValues;
        var aligned = end - end % window;
        port.GetSignals(_epoch, firstValue, (int)((aligned > firstValue ? aligned : end) - firstValue));
    }

    private ReadOnlyMemory<byte> Answer(ProbeQuestion? probe, ReadOnlySpan<double> trial)
    {
        if (probe is { } question)
        {
            var totals = question.Empty();
            Block.Probe(question.Request, totals);
            return ProbePayload.Write(totals, _writer);
        }
        foreach (var sum in _sums)
            sum.Clear();
        Block.Summarise(_sums, trial);
        return SummaryPayload.Write(_sums, _writer);
    }

    private void Advance(ReadOnlySpan<double> signals)
    {
        _partialSignal.Clear();
        Block.Advance(signals);
        _recent.Add(signals);
        checkpoints?.Offer(Block);
    }

    private void Replay(ReadOnlySpan<double> values)
    {
        var length = model.SignalLength;
        if (_partialSignal.Count == 0 && values.Length >= length)
        {
            var whole = values.Length - values.Length % length;
            ReplaySteps(values[..whole].ToArray());
            values = values[whole..];
        }
        foreach (var value in values)
        {
            _partialSignal.Add(value);
            if (_partialSignal.Count < length)
                continue;
            ReplaySteps([.. _partialSignal]);
            _partialSignal.Clear();
        }
    }

    private void ReplaySteps(double[] signals)
    {
        threads.Share(share => Block.Replay(signals, share));
        _recent.Add(signals);
    }

    /// <summary>From the newest checkpoint that is not beyond the step, or from the seed.</summary>
    private void Start(long step)
    {
        _block?.Dispose();
        _partialSignal.Clear();
        _block = model.CreateBlock(leaves);
        _furthestLeaf = checkpoints?.Restore(_block, step) ?? 0;
        _recent.Restart(Step * model.SignalLength);
    }

    private static int ReplayValues(IMeanFieldModel model, LeafRange leaves)
    {
        var particles = Math.Max(1, model.Particles * leaves.Count / model.Leaves);
        var values = Math.Max(ReplayWork / particles, LeastSteps * (long)model.SignalLength);
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
