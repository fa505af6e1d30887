using Akka.Actor;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Shards;

/// <summary>Shard → combiner of its node: here I am. Never leaves the process.</summary>
internal sealed record ShardReporting(
    Enlisting.ShardEnlisted Report,
    IActorRef Coordinator,
    int SummaryLength) : INoSerializationVerificationNeeded;

/// <summary>No coordinator has been heard of for long.</summary>
internal sealed class Orphaned : INoSerializationVerificationNeeded
{
    public static Orphaned Instance { get; } = new();

    /// <summary>
    /// How long particles wait for their coordinator's successor: longer than a database is ever away.
    /// </summary>
    public static TimeSpan After { get; } = TimeSpan.FromMinutes(10);
}

/// <summary>Region → shard: another node is to have it.</summary>
internal sealed class Move : INoSerializationVerificationNeeded
{
    public static Move Instance { get; } = new();

    /// <summary>How long it waits for a step at which it can leave something behind.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(2);
}

/// <summary>A shard that is to move has waited long enough.</summary>
internal sealed class MoveAnyway : INoSerializationVerificationNeeded
{
    public static MoveAnyway Instance { get; } = new();
}
