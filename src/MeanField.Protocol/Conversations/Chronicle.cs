using MeanField.Core.Dynamics;

namespace MeanField.Protocol.Conversations;

/// <summary>What goes into the journal: never a message, but written and read by the same codecs.</summary>
public static class Chronicle
{
    /// <summary>The first entry of a run: all that a coordinator must know to begin it.</summary>
    public sealed record RunAccepted(
        string Title,
        int Shards,
        long ObserveFrom,
        long SubmittedAt,
        ReadOnlyMemory<byte> Specification) : IWireMessage;

    /// <summary>A coordinator takes the run up; entries of older ones that come behind it are void.</summary>
    /// <param name="Epoch">Larger than any before.</param>
    /// <param name="Member">Where it lives.</param>
    public sealed record IncarnationBegun(long Epoch, string Member) : IWireMessage;

    /// <summary>A batch of signals, an observation, or an incident.</summary>
    public sealed record EventRecorded(RunEvent Event) : IWireMessage;

    /// <summary>The last entry of a run; what is told afterwards is read from the entries before.</summary>
    /// <param name="Ending">How.</param>
    /// <param name="Step">Steps done; of a failure, the step that failed.</param>
    /// <param name="Reason">Of a failure; empty otherwise.</param>
    public sealed record RunConcluded(RunEnding Ending, long Step, string Reason) : IWireMessage;

    /// <summary>Of the register: a run to watch over.</summary>
    public sealed record RunEntered(RunStatus Status) : IWireMessage;

    /// <summary>Of the register: it needs no more watching.</summary>
    public sealed record RunClosed(RunStatus Status) : IWireMessage;
}
