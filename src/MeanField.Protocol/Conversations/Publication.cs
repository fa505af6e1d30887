using MeanField.Core.Dynamics;

namespace MeanField.Protocol.Conversations;

/// <summary>
/// A listener follows a run: it says what it has, the coordinator tells what comes next, in sequence, repeated
/// until received, no faster than consumed. The run does not wait for it. A new incarnation of the coordinator
/// goes on from what the listener has.
/// </summary>
public static class Publication
{
    /// <summary>Listener → region of runs, or coordinator; repeated, which keeps it on the list.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Session">The listener counts its fresh starts; a new one begins at the cursor.</param>
    /// <param name="Cursor">What it had when the session began.</param>
    /// <param name="Received">All up to this one have come in; no need to repeat them.</param>
    /// <param name="Consumed">All up to this one are done with; more may come.</param>
    public sealed record Attend(RunId Run, long Session, EventCursor Cursor, long Received, long Consumed)
        : IRunMessage;

    /// <summary>Coordinator → listener, numbered from 1 without gaps within a session and epoch.</summary>
    public interface INumbered : IWireMessage
    {
        RunId Run { get; }

        PublicationStamp Stamp { get; }
    }

    public sealed record Published(RunId Run, PublicationStamp Stamp, RunEvent Event) : INumbered;

    /// <summary>A piece of an event that is too long for one message.</summary>
    public sealed record PiecePublished(
        RunId Run,
        PublicationStamp Stamp,
        bool Last,
        ReadOnlyMemory<byte> Encoded) : INumbered;

    /// <summary>Nothing comes after it.</summary>
    public sealed record RunEnded(
        RunId Run,
        PublicationStamp Stamp,
        RunEnding Ending,
        long Steps,
        CommunicationLedger Ledger) : INumbered;

    /// <summary>
    /// Coordinator → listener: of this session nothing is known any more; a new one has to begin.
    /// </summary>
    public sealed record SessionUnknown(RunId Run, long Session) : IWireMessage;

    /// <summary>Coordinator → whoever asked: no such run is known here.</summary>
    public sealed record RunUnknown(RunId Run) : IWireMessage;
}
