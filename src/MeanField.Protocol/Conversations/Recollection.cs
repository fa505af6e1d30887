using System.Collections.Immutable;

namespace MeanField.Protocol.Conversations;

/// <summary>
/// A new incarnation of the coordinator asks a shard that is ahead of the journal for the signals that it was
/// told last: they need not be computed again.
/// </summary>
public static class Recollection
{
    /// <summary>Coordinator → shard, through the region.</summary>
    /// <param name="Run">Which run.</param>
    /// <param name="Epoch">The coordinator's incarnation.</param>
    /// <param name="Shard">Who said that it remembers.</param>
    /// <param name="FirstValue">The first number wanted, counted over all steps.</param>
    public sealed record Recall(RunId Run, long Epoch, int Shard, long FirstValue) : IShardMessage;

    /// <summary>
    /// Shard → coordinator: as many as there are, up to <see cref="Transfers.PieceValues"/>; none where they
    /// are forgotten.
    /// </summary>
    public sealed record Recalled(
        RunId Run,
        long Epoch,
        int Shard,
        long FirstValue,
        ImmutableArray<double> Values) : IWireMessage;
}
