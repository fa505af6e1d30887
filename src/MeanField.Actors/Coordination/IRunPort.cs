using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>What a coordinator's decisions lead to.</summary>
internal interface IRunPort
{
    /// <summary>Calls a shard through the region, wherever it lives or is to live.</summary>
    void Enlist(int shard, long step);

    void ToPost(int post, IWireMessage message);

    void ToListener(Publication.INumbered message);

    /// <summary>A round has been sent out, or answered by all: for the clock.</summary>
    void RoundOpened();

    void RoundClosed();

    /// <summary>All has been said and received.</summary>
    void Stop();

    /// <summary>The coordinator's own counts, to which the nodes' are added.</summary>
    CommunicationLedger Ledger { get; }
}
