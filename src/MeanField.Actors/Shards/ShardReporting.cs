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

    /// <summary>How long particles wait for their coordinator's successor.</summary>
    public static TimeSpan After { get; } = TimeSpan.FromSeconds(60);
}
