using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// What of an archive is in the journal, and what goes there next: in batches large enough that a row's own
/// bytes hardly count, soon enough that little is lost. Nothing waits for it; a journal that is away is fed
/// from where it stood when it is back.
/// </summary>
internal sealed class JournalFeed(
    RunArchive archive, EventFeed feed, EventCursor durable, int signalLength, IRunPort port)
{
    private const int MostInFlight = 8;
    private const int SoonTicks = 20;
    private const int SoonValues = 64;
    private const int LateTicks = 100;

    private EventCursor _offered = durable;
    private EventCursor _durable = durable;
    private int _inFlight;
    private int _ticks;
    private bool _isAway;

    /// <summary>Whether the journal has all that there is.</summary>
    public bool IsSettled => _durable == archive.Cursor;

    /// <summary>Whether a whole batch waits: asked at every step.</summary>
    public bool IsDue => archive.Signals.Count - _offered.Values >= feed.BatchValues;

    public void Offer(bool partly = false)
    {
        while (!_isAway && _inFlight < MostInFlight && Next(partly) is { } next)
        {
            _offered = next.After;
            _inFlight++;
            _ticks = 0;
            port.Record(next.Entry, next.After);
        }
    }

    public void Written(EventCursor after)
    {
        _durable = after;
        _inFlight--;
        Offer();
    }

    /// <summary>The journal is gone, and what was on its way to it.</summary>
    public void Lost() => (_isAway, _inFlight, _offered) = (true, 0, _durable);

    /// <summary>It is back; so much of what was on its way had arrived.</summary>
    public void Returned(EventCursor durable)
    {
        (_isAway, _offered, _durable) = (false, durable, durable);
        Offer();
    }

    public void Tick()
    {
        _ticks++;
        var waiting = archive.Signals.Count - _offered.Values;
        Offer(partly: _ticks >= LateTicks || (_ticks >= SoonTicks && waiting >= SoonValues));
    }

    private (IWireMessage Entry, EventCursor After)? Next(bool partly)
    {
        if (_offered.Ended)
            return null;
        if (feed.Next(_offered, partly) is { } next and not RunFailed)
            return (new Chronicle.EventRecorded(next), _offered.After(next));
        return archive.Ending is { } ending ? (Conclusion(ending), _offered with { Ended = true }) : null;
    }

    private Chronicle.RunConcluded Conclusion(RunEnding ending) => new(
        ending,
        archive.Failure?.Step ?? archive.Signals.Count / signalLength,
        archive.Failure?.Reason ?? "");
}
