using MeanField.Core.Dynamics;

namespace MeanField.Protocol.Conversations;

/// <summary>
/// The coordinator tells the listener what happened: in sequence, repeated until received, no faster than
/// consumed.
/// </summary>
public static class Publication
{
    /// <summary>What the coordinator sends, numbered from 1 without gaps within an epoch.</summary>
    public interface INumbered : IWireMessage
    {
        long Epoch { get; }

        long Sequence { get; }
    }

    public sealed record Published(RunId Run, long Epoch, long Sequence, RunEvent Event) : INumbered;

    /// <summary>A piece of an event that is too long for one message.</summary>
    public sealed record PiecePublished(
        RunId Run,
        long Epoch,
        long Sequence,
        bool Last,
        ReadOnlyMemory<byte> Encoded) : INumbered;

    /// <summary>Nothing comes after it.</summary>
    public sealed record RunEnded(
        RunId Run,
        long Epoch,
        long Sequence,
        RunEnding Ending,
        long Steps,
        CommunicationLedger Ledger) : INumbered;

    /// <summary>Listener → coordinator.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Epoch">Whose sequence.</param>
    /// <param name="Received">All up to this one have come in; no need to repeat them.</param>
    /// <param name="Consumed">All up to this one are done with; more may come.</param>
    public sealed record Delivered(RunId Run, long Epoch, long Received, long Consumed) : IWireMessage;
}
