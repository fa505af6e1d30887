using MeanField.Actors.Links;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;
using MeanField.Protocol.Wire;
using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Actors.Coordination;

/// <summary>
/// Events on their way to the listener: numbered, kept until received, and no more of them than credit
/// allows.
/// </summary>
internal sealed class Outbox(RunId run, long epoch, int credit, Action<INumbered> send)
{
    private readonly Queue<INumbered> _unreceived = [];
    private long _sequence;
    private long _consumed;

    /// <summary>Whether the run may go on and make more events.</summary>
    public bool HasRoom => _sequence - _consumed < credit;

    public bool IsEmpty => _unreceived.Count == 0;

    public void Publish(RunEvent runEvent)
    {
        if (Traffic.BytesOf(runEvent) <= Transfers.PieceBytes)
            Send(new Published(run, epoch, ++_sequence, runEvent));
        else
            PublishInPieces(RunEventCodec.Encode(runEvent));
    }

    public void PublishEnd(RunEnding ending, long steps, CommunicationLedger ledger) =>
        Send(new RunEnded(run, epoch, ++_sequence, ending, steps, ledger));

    public void Delivered(Delivered delivered)
    {
        if (delivered.Epoch != epoch)
            return;
        while (_unreceived.TryPeek(out var oldest) && oldest.Sequence <= delivered.Received)
            _unreceived.Dequeue();
        _consumed = Math.Max(_consumed, delivered.Consumed);
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
                run, epoch, ++_sequence, first + length == encoded.Length, encoded.Slice(first, length)));
        }
    }

    private void Send(INumbered message)
    {
        _unreceived.Enqueue(message);
        send(message);
    }
}
