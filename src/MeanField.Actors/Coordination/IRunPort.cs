using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>What a coordinator's decisions lead to.</summary>
internal interface IRunPort
{
    /// <summary>Calls a shard through the region, wherever it lives or is to live.</summary>
    void Enlist(int shard, long step);

    /// <summary>Asks a shard for the signals from that number on.</summary>
    void Recall(int shard, long firstValue);

    void ToPost(int post, IWireMessage message);

    void ToListener(int listener, IWireMessage message);

    /// <summary>Has an entry written to the journal, behind those before.</summary>
    /// <param name="entry">Of the run's chronicle.</param>
    /// <param name="after">What the journal has then.</param>
    void Record(IWireMessage entry, EventCursor after);

    /// <summary>The member that a post is on, for people.</summary>
    string MemberOf(int post);

    /// <summary>A round has been sent out, or answered by all: for the clock.</summary>
    void RoundOpened();

    void RoundClosed();

    /// <summary>All has been said and received.</summary>
    void Stop();

    /// <summary>The coordinator's own counts, to which the nodes' are added.</summary>
    CommunicationLedger Ledger { get; }
}
