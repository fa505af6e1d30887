using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>One listener: where it stands, and what is on its way to it.</summary>
internal sealed class Subscription(EventFeed feed, Outbox outbox, EventCursor cursor)
{
    public long Session => outbox.Session;

    /// <summary>What it has once all that was sent has arrived.</summary>
    public EventCursor Cursor { get; private set; } = cursor;

    /// <summary>Since it was heard of last.</summary>
    public int SilentTicks { get; private set; }

    public bool HasRoom => outbox.HasRoom;

    /// <summary>Whether all that was sent has arrived.</summary>
    public bool HasReceivedAll => outbox.IsEmpty;

    /// <summary>Whether it has been told how many steps there were, and that nothing follows.</summary>
    public bool HasBeenToldTheEnd { get; private set; }

    public void Delivered(long received, long consumed)
    {
        SilentTicks = 0;
        outbox.Delivered(received, consumed);
    }

    public void Tick(int ticks)
    {
        SilentTicks += ticks;
        outbox.Repeat();
    }

    /// <summary>Tells what waits, as far as credit goes.</summary>
    public void Tell(bool partly)
    {
        while (HasRoom && feed.Next(Cursor, partly) is { } next)
            Tell(next);
    }

    public void Tell(RunEvent runEvent)
    {
        outbox.Publish(runEvent);
        Cursor = Cursor.After(runEvent);
    }

    public void TellEnd(RunEnding ending, long steps, CommunicationLedger ledger)
    {
        HasBeenToldTheEnd = true;
        outbox.PublishEnd(ending, steps, ledger);
    }
}
