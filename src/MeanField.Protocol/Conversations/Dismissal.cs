namespace MeanField.Protocol.Conversations;

/// <summary>A run is over: particles are let go, counts are handed in.</summary>
public static class Dismissal
{
    /// <summary>Coordinator → combiner → its shards.</summary>
    public sealed record Dismiss(RunId Run, long Epoch) : IWireMessage;

    /// <summary>Shard → combiner.</summary>
    public sealed record ShardDismissed(RunId Run, long Epoch, int Shard, CommunicationLedger Ledger)
        : IWireMessage;

    /// <summary>Combiner → coordinator, when its last shard has gone.</summary>
    public sealed record NodeDismissed(RunId Run, long Epoch, CommunicationLedger Ledger) : IWireMessage;
}
