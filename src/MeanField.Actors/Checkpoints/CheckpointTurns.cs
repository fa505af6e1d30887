namespace MeanField.Actors.Checkpoints;

/// <summary>
/// Whose turn it is to save, one at a time on a node: whoever has asked in vain for longest, if still
/// about. Times are a clock's timestamps.
/// </summary>
internal sealed class CheckpointTurns(long patience)
{
    private readonly Dictionary<object, (long Since, long Last)> _waiting = [];
    private readonly Lock _lock = new();
    private long _free;

    /// <summary>True where it is this one's turn now; it must be ended.</summary>
    public bool TryBegin(object asker, long now)
    {
        lock (_lock)
        {
            var since = _waiting.TryGetValue(asker, out var before) ? before.Since : now;
            if (now < _free || _waiting.Values.Any(other => other.Since < since && now - other.Last < patience))
            {
                _waiting[asker] = (since, now);
                return false;
            }
            _waiting.Remove(asker);
            _free = long.MaxValue;
            return true;
        }
    }

    /// <summary>The next turn may be had from then on.</summary>
    public void End(long free)
    {
        lock (_lock)
            _free = free;
    }

    public void Forget(object asker)
    {
        lock (_lock)
            _waiting.Remove(asker);
    }
}
