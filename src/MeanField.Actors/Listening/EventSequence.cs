using MeanField.Core.Dynamics;
using MeanField.Protocol.Wire;
using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Actors.Listening;

/// <summary>Puts a coordinator's messages back in sequence: repeated and early ones change nothing.</summary>
internal sealed class EventSequence
{
    private readonly MemoryStream _pieces = new();
    private long? _epoch;

    /// <summary>All up to this one have been taken.</summary>
    public long Received { get; private set; }

    /// <summary>Whether this is the message that comes next.</summary>
    public bool IsNext(INumbered message)
    {
        _epoch ??= message.Epoch;
        return message.Epoch == _epoch && message.Sequence == Received + 1;
    }

    /// <summary>Takes the next message; gives an event once it is whole.</summary>
    public RunEvent? Take(INumbered message)
    {
        Received = message.Sequence;
        return message switch
        {
            Published published => published.Event,
            PiecePublished piece => Take(piece),
            _ => null,
        };
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
