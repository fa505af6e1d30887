namespace MeanField.Protocol;

/// <summary>What a message is about.</summary>
public enum TrafficKind : byte
{
    Enlisting,
    StepSignal,
    StepSummary,
    ProbeQuestion,
    ProbeAnswer,
    Specification,
    SignalTransfer,
    RunEvents,
    Dismissal,

    /// <summary>Batches written to the journal (sent) and read back from it (received).</summary>
    Journal,
}

public enum TrafficLink : byte
{
    /// <summary>Within a process: a reference is handed over, nothing is encoded.</summary>
    Local,

    Remote,
}

public enum TrafficDirection : byte
{
    Sent,
    Received,
}

/// <summary>One line of a <see cref="CommunicationLedger"/>.</summary>
public readonly record struct TrafficEntry(
    TrafficKind Kind,
    TrafficLink Link,
    TrafficDirection Direction,
    long Messages,
    long PayloadBytes);

/// <summary>
/// Messages and payload bytes by kind, link and direction, and where time went, as counted by the actors.
/// Payload is what a message carries beyond its header: 8 bytes a number, exact sums as written. Not
/// thread-safe.
/// </summary>
public sealed class CommunicationLedger
{
    private const int Kinds = (int)TrafficKind.Journal + 1;

    private readonly long[] _messages = new long[Kinds * 4];
    private readonly long[] _bytes = new long[Kinds * 4];

    /// <summary>Time in models, summed over shards.</summary>
    public TimeSpan Compute { get; set; }

    /// <summary>Time in models of the busiest shard.</summary>
    public TimeSpan LongestCompute { get; set; }

    /// <summary>
    /// Wall time of the busiest node from a question's coming in to its answer's going out.
    /// </summary>
    public TimeSpan LongestNode { get; set; }

    /// <summary>Wall time from opening rounds to their last answer.</summary>
    public TimeSpan Rounds { get; set; }

    /// <summary>Wall time that a finished run waited for its listener to take the rest.</summary>
    public TimeSpan SinkWait { get; set; }

    /// <summary>
    /// Wall time of rounds beyond the busiest node's own: links, serialization and the coordinator's
    /// mailbox.
    /// </summary>
    public TimeSpan Network => Rounds > LongestNode ? Rounds - LongestNode : TimeSpan.Zero;

    public void Count(TrafficKind kind, TrafficLink link, TrafficDirection direction, long payloadBytes) =>
        Add(new(kind, link, direction, 1, payloadBytes));

    public void Add(in TrafficEntry entry)
    {
        var index = 4 * (int)entry.Kind + 2 * (int)entry.Link + (int)entry.Direction;
        _messages[index] += entry.Messages;
        _bytes[index] += entry.PayloadBytes;
    }

    /// <summary>Adds another actor's counts; its compute time is one more shard's, or node's.</summary>
    public void Merge(CommunicationLedger other)
    {
        foreach (var entry in other.Entries())
            Add(entry);
        Compute += other.Compute;
        LongestCompute = Longer(LongestCompute, other.LongestCompute);
        LongestNode = Longer(LongestNode, other.LongestNode);
        Rounds += other.Rounds;
        SinkWait += other.SinkWait;
    }

    /// <summary>The lines with at least one message.</summary>
    public IEnumerable<TrafficEntry> Entries()
    {
        for (var i = 0; i < _messages.Length; i++)
            if (_messages[i] != 0)
                yield return new(
                    (TrafficKind)(i >> 2),
                    (TrafficLink)((i >> 1) & 1),
                    (TrafficDirection)(i & 1),
                    _messages[i],
                    _bytes[i]);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
