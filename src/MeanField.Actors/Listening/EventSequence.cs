using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Wire;
using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Actors.Listening;

/// <summary>
/// Puts what coordinators tell in sequence: repeated and early messages change nothing, and when another
/// incarnation speaks, the listener begins a new session where it stands.
/// </summary>
/// <param name="start">What is had already.</param>
internal sealed class EventSequence(EventCursor start)
{
    private readonly MemoryStream _pieces = new();
    private EventCursor _sessionStart = start;
    private EventCursor _cursor = start;
    private long _epoch;

    public long Session { get; private set; } = 1;

    /// <summary>All up to this one have been taken, in this session.</summary>
    public long Received { get; private set; }

    /// <summary>What is to be said to the coordinator.</summary>
    public Attend Attend(RunId run, long consumed) => new(run, Session, _sessionStart, Received, consumed);

    /// <summary>The coordinator does not know the session: another begins.</summary>
    public void Forgotten(SessionUnknown message)
    {
        if (message.Session == Session)
            BeginSession();
    }

    /// <summary>Whether this is the message that comes next.</summary>
    public bool IsNext(INumbered message)
    {
        var stamp = message.Stamp;
        if (stamp.Session != Session || stamp.Epoch < _epoch)
            return false;
        if (stamp.Epoch > _epoch && Received > 0)
            BeginSession();
        _epoch = stamp.Epoch;
        return stamp.Session == Session && stamp.Sequence == Received + 1;
    }

    /// <summary>Takes the next message; gives an event once it is whole.</summary>
    public RunEvent? Take(INumbered message)
    {
        Received = message.Stamp.Sequence;
        var whole = message switch
        {
            Published published => published.Event,
            PiecePublished piece => Take(piece),
            _ => null,
        };
        if (whole is not null)
            _cursor = _cursor.After(whole);
        return whole;
    }

    private void BeginSession()
    {
        Session++;
        (_sessionStart, Received) = (_cursor, 0);
        _pieces.SetLength(0);
    }

    private RunEvent? Take(PiecePublished piece)
    {
        _pieces.Write(piece.Encoded.Span);
        if (!piece.Last)
            return null;
        var whole = RunEventCodec.Decode(_pieces.GetBuffer().AsSpan(0, (int)_pieces.Length));
        _pieces.SetLength(0);
        return whole;
    }
}
