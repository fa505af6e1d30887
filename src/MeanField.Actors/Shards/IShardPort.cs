using MeanField.Protocol;

namespace MeanField.Actors.Shards;

/// <summary>What a shard's decisions lead to.</summary>
internal interface IShardPort
{
    void Enlisted(long epoch, long step);

    void Answer(in RoundStamp stamp, bool isProbe, ReadOnlyMemory<byte> payload);

    /// <summary>The journal from that number on is missing, and so many are wanted at a time.</summary>
    void GetSignals(long epoch, long firstValue, int count);

    /// <summary>All that can be left for a successor has been left.</summary>
    void Left();
}
