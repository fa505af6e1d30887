using System.Collections.Immutable;

namespace MeanField.Lab.Communication;

/// <summary>What a run sent, and where its time went.</summary>
/// <param name="Entries">One for each kind, link and direction.</param>
/// <param name="Times">Seconds by occupation, where they were measured.</param>
public sealed record CommunicationLedger(
    ImmutableArray<LedgerEntry> Entries,
    ImmutableArray<LedgerTime> Times)
{
    /// <summary>The ledger of a run that sent nothing.</summary>
    public static CommunicationLedger Empty { get; } = new([], []);

    public long Messages => Entries.Sum(entry => entry.Messages);

    public long PayloadBytes => Entries.Sum(entry => entry.PayloadBytes);
}

/// <summary>Messages of one kind over one link in one direction.</summary>
/// <param name="Kind">The message's name in the protocol.</param>
/// <param name="Link">Its two ends, as "coordinator–combiner".</param>
/// <param name="Direction">"up" to the coordinator or "down" from it.</param>
/// <param name="Messages">How many.</param>
/// <param name="PayloadBytes">Their serialised size, without the envelope.</param>
public sealed record LedgerEntry(
    string Kind,
    string Link,
    string Direction,
    long Messages,
    long PayloadBytes);

/// <summary>Time spent on one occupation ("compute", "network", "wait").</summary>
public sealed record LedgerTime(string Occupation, double Seconds);
