using Akka.Actor;

namespace MeanField.Protocol.Conversations;

/// <summary>
/// Shards are called to a run: coordinator → region → shard → combiner of its node → coordinator.
/// </summary>
public static class Enlisting
{
    /// <summary>Coordinator → shard, through the region, wherever the shard lives.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Epoch">The coordinator's incarnation.</param>
    /// <param name="Step">Where the journal stands; a shard may be ahead of it.</param>
    /// <param name="Shard">Which shard is called.</param>
    /// <param name="Shards">Out of how many.</param>
    /// <param name="Fingerprint">Of the specification that all must agree on.</param>
    /// <param name="SpecificationBytes">Its length, to be fetched from the coordinator where it is not
    /// known.</param>
    /// <param name="Coordinator">Whom to ask for what is missing.</param>
    public sealed record Enlist(
        RunId Run,
        long Epoch,
        long Step,
        int Shard,
        int Shards,
        string Fingerprint,
        int SpecificationBytes,
        IActorRef Coordinator) : IShardMessage;

    /// <summary>
    /// Shard → combiner → coordinator; the sender that the coordinator sees is the combiner.
    /// </summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Epoch">The coordinator's incarnation.</param>
    /// <param name="Shard">Which shard reports.</param>
    /// <param name="Step">k: its particles are θ^k.</param>
    /// <param name="RemembersFrom">The first signal number that it can still tell; all up to step k.</param>
    public sealed record ShardEnlisted(RunId Run, long Epoch, int Shard, long Step, long RemembersFrom)
        : IWireMessage;

    /// <summary>Combiner → coordinator: these are asked for but not (or no longer) here.</summary>
    public sealed record ShardsMissing(RoundStamp Stamp, ShardSet Shards) : IWireMessage
    {
        public RunId Run => Stamp.Run;
    }

    /// <summary>Shard → coordinator: the model threw, and would throw again.</summary>
    public sealed record ShardFailed(RunId Run, long Epoch, int Shard, long Step, string Reason)
        : IWireMessage;
}
