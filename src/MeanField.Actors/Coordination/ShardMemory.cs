using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// Before a new incarnation asks its first question it hears from the shard that is furthest ahead what the
/// journal does not have. Whoever does not answer is passed over: the steps are then computed again.
/// </summary>
internal sealed class ShardMemory(RunArchive archive, int signalLength, IRunPort port)
{
    private const int PatienceTicks = 20;
    private const int TicksBetweenRepeats = 4;

    private readonly Dictionary<int, (long Values, long From)> _candidates = [];
    private int? _asked;
    private int _ticks;

    /// <summary>Whether all that can be had has been had.</summary>
    public bool IsExhausted { get; private set; }

    public void Reported(int shard, long step, long remembersFrom)
    {
        if (!IsExhausted)
            _candidates[shard] = (step * signalLength, remembersFrom);
    }

    /// <summary>All shards have reported: asks the one that knows most.</summary>
    public void Ask()
    {
        if (IsExhausted || _asked is not null)
            return;
        var known = archive.Signals.Count;
        var useful = _candidates.Where(pair => pair.Value.Values > known && pair.Value.From <= known);
        if (useful.OrderByDescending(pair => pair.Value.Values).ThenBy(pair => pair.Key).FirstOrDefault()
            is not { Value.Values: > 0 } best)
        {
            IsExhausted = true;
            return;
        }
        (_asked, _ticks) = (best.Key, 0);
        port.Recall(best.Key, known);
    }

    public void Recalled(Recollection.Recalled recalled)
    {
        if (IsExhausted || recalled.Shard != _asked || recalled.FirstValue != archive.Signals.Count)
            return;
        var whole = recalled.Values.Length - recalled.Values.Length % signalLength;
        archive.Signals.Append(recalled.Values.AsSpan()[..whole]);
        if (whole == 0)
            _candidates.Remove(recalled.Shard);
        _asked = null;
        Ask();
    }

    public void Tick()
    {
        if (IsExhausted || _asked is not { } asked)
            return;
        if (++_ticks >= PatienceTicks)
        {
            _candidates.Remove(asked);
            _asked = null;
            Ask();
        }
        else if (_ticks % TicksBetweenRepeats == 0)
            port.Recall(asked, archive.Signals.Count);
    }

    /// <summary>The first question is out: whoever is ahead of it has gone back.</summary>
    public void Close() => IsExhausted = true;
}
