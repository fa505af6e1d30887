using MeanField.Actors.Shards;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

internal sealed class SimulatedShard : IShardPort
{
    private readonly SimulatedCluster _cluster;
    private readonly SimulatedNode _node;
    private readonly int _shard;
    private readonly ShardState _state;
    private SimulatedCombiner? _combiner;

    public SimulatedShard(
        SimulatedCluster cluster,
        SimulatedNode node,
        int shard,
        IMeanFieldModel model,
        int shards)
    {
        (_cluster, _node, _shard) = (cluster, node, shard);
        _state = new(model, LeafRange.Part(model.Leaves, shard, shards), this, new(1));
    }

    public bool IsAlive { get; set; } = true;

    public void Enlist(long epoch, long step)
    {
        if (IsAlive)
            _state.Enlist(epoch, step);
    }

    public void Open(Rounds.Open question, SimulatedCombiner sender)
    {
        _combiner = sender;
        if (IsAlive)
            _state.Open(question);
    }

    void IShardPort.Enlisted(long epoch, long step, long remembersFrom)
    {
        var combiner = _node.Combiner();
        _cluster.Network.Send(() => combiner.Attach(_shard, this, epoch, step, remembersFrom));
    }

    public void Recall(long epoch, long firstValue)
    {
        if (IsAlive)
            _cluster.Recalled(new(
                SimulatedCluster.Run, epoch, _shard, firstValue,
                [.. _state.Recent.Read(firstValue, Transfers.PieceValues)]));
    }

    void IShardPort.Answer(in RoundStamp stamp, bool isProbe, ReadOnlyMemory<byte> payload)
    {
        var combiner = _combiner!;
        var answer = new Rounds.ShardAnswered(stamp, _shard, isProbe, payload);
        _cluster.Network.Send(answer, combiner.ShardAnswered);
    }

    void IShardPort.Left() => IsAlive = false;

    void IShardPort.GetSignals(long epoch, long firstValue, int count) => _cluster.Network.Send(() =>
    {
        if (_cluster.Serve(epoch, firstValue, count) is { } served)
            _cluster.Network.Send(served, Receive);
    });

    private void Receive(Transfers.SignalsServed served)
    {
        if (IsAlive)
            _state.SignalsServed(served);
    }
}
