using MeanField.Protocol;

namespace MeanField.Actors.Shards;

/// <summary>What a shard's decisions lead to.</summary>
internal interface IShardPort
{
    /// <param name="epoch">Of the coordinator that called.</param>
    /// <param name="step">k: the particles are θ^k.</param>
    /// <param name="remembersFrom">The first signal number that can still be told.</param>
    void Enlisted(long epoch, long step, long remembersFrom);

    void Answer(in RoundStamp stamp, bool isProbe, ReadOnlyMemory<byte> payload);

    /// <summary>The journal from that number on is missing, and so many are wanted at a time.</summary>
    void GetSignals(long epoch, long firstValue, int count);

    /// <summary>All that can be left for a successor has been left.</summary>
    void Left();
}
