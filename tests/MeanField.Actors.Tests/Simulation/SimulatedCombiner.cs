using MeanField.Actors.Combining;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

internal sealed class SimulatedCombiner : ICombinerPort
{
    private readonly SimulatedCluster _cluster;
    private readonly CombinerState _state;
    private readonly Dictionary<int, SimulatedShard> _shards = [];

    public SimulatedCombiner(SimulatedCluster cluster, int post)
    {
        (_cluster, Post) = (cluster, post);
        _state = new(this);
    }

    public int Post { get; }

    public bool IsAlive { get; set; } = true;

    public void Attach(int shard, SimulatedShard reporting, long epoch, long step, long remembersFrom)
    {
        if (!IsAlive)
            return;
        _shards[shard] = reporting;
        _cluster.Network.Send(() => _cluster.Enlisted(epoch, shard, Post, step, remembersFrom));
        _state.Attach(shard, _cluster.SummaryLength);
    }

    /// <summary>A shard's death is noticed for certain, as it is by death watch within a process.</summary>
    public void Died(SimulatedShard dead)
    {
        foreach (var shard in _shards.Where(pair => pair.Value == dead).Select(pair => pair.Key).ToList())
        {
            _shards.Remove(shard);
            if (IsAlive)
                _state.Detach(shard);
        }
    }

    public void Open(Rounds.Open question)
    {
        if (IsAlive)
            _state.Open(question);
    }

    public void ShardAnswered(Rounds.ShardAnswered answer)
    {
        if (IsAlive)
            _state.ShardAnswered(answer);
    }

    void ICombinerPort.ToShard(int shard, IWireMessage message)
    {
        var target = _shards[shard];
        _cluster.Network.Send((Rounds.Open)message, question => target.Open(question, this));
    }

    void ICombinerPort.ToCoordinator(IWireMessage message) => _cluster.ToCoordinator(message);

    void ICombinerPort.RoundOpened()
    {
    }

    void ICombinerPort.RoundClosed()
    {
    }
}
