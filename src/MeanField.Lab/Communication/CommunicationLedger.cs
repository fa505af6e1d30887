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

    /// <summary>Messages sent; what is received was sent.</summary>
    public long Messages => Sent.Sum(entry => entry.Messages);

    /// <summary>Payload bytes sent.</summary>
    public long PayloadBytes => Sent.Sum(entry => entry.PayloadBytes);

    private IEnumerable<LedgerEntry> Sent => Entries.Where(entry => entry.Direction == LedgerEntry.Sent);
}

/// <summary>Messages of one kind over one link in one direction.</summary>
/// <param name="Kind">The message's name in the protocol.</param>
/// <param name="Link">What it crossed.</param>
/// <param name="Direction"><see cref="Sent"/> or <see cref="Received"/>.</param>
/// <param name="Messages">How many.</param>
/// <param name="PayloadBytes">Their serialised size, without the envelope.</param>
public sealed record LedgerEntry(
    string Kind,
    string Link,
    string Direction,
    long Messages,
    long PayloadBytes)
{
    public const string Sent = "sent";
    public const string Received = "received";
}

/// <summary>Time spent on one occupation ("compute", "network", "wait").</summary>
public sealed record LedgerTime(string Occupation, double Seconds);
