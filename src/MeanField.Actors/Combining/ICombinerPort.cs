using MeanField.Protocol;

namespace MeanField.Actors.Combining;

/// <summary>What a combiner's decisions lead to.</summary>
internal interface ICombinerPort
{
    void ToShard(int shard, IWireMessage message);

    void ToCoordinator(IWireMessage message);

    /// <summary>A question has come in, or been answered by all: for the clock.</summary>
    void RoundOpened();

    void RoundClosed();
}
