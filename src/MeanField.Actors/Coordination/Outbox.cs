using MeanField.Actors.Links;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;
using MeanField.Protocol.Wire;
using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Actors.Coordination;

/// <summary>
/// Events on their way to a listener: numbered, kept until received, and no more of them than credit allows.
/// </summary>
internal sealed class Outbox(RunId run, long epoch, long session, Action<INumbered> send)
{
    /// <summary>Unconsumed messages at most.</summary>
    public const int Credit = 32;

    private readonly Queue<INumbered> _unreceived = [];
    private long _sequence;
    private long _consumed;

    public long Session => session;

    /// <summary>Whether more may be published.</summary>
    public bool HasRoom => _sequence - _consumed < Credit;

    public bool IsEmpty => _unreceived.Count == 0;

    public void Publish(RunEvent runEvent)
    {
        if (Traffic.BytesOf(runEvent) <= Transfers.PieceBytes)
            Send(new Published(run, Next(), runEvent));
        else
            PublishInPieces(RunEventCodec.Encode(runEvent));
    }

    public void PublishEnd(RunEnding ending, long steps, CommunicationLedger ledger) =>
        Send(new RunEnded(run, Next(), ending, steps, ledger));

    public void Delivered(long received, long consumed)
    {
        while (_unreceived.TryPeek(out var oldest) && oldest.Stamp.Sequence <= received)
            _unreceived.Dequeue();
        _consumed = Math.Max(_consumed, Math.Min(consumed, _sequence));
    }

    public void Repeat()
    {
        foreach (var message in _unreceived)
            send(message);
    }

    private void PublishInPieces(ReadOnlyMemory<byte> encoded)
    {
        for (var first = 0; first < encoded.Length; first += Transfers.PieceBytes)
        {
            var length = Math.Min(Transfers.PieceBytes, encoded.Length - first);
            Send(new PiecePublished(
                run, Next(), first + length == encoded.Length, encoded.Slice(first, length)));
        }
    }

    private PublicationStamp Next() => new(epoch, session, ++_sequence);

    private void Send(INumbered message)
    {
        _unreceived.Enqueue(message);
        send(message);
    }
}
