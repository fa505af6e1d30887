using Akka.Actor;
using MeanField.Actors.Links;
using MeanField.Actors.Shards;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Combining;

/// <summary>
/// Stands between the coordinator and a node's shards of one run, so that one message per node and round
/// crosses the network; the shell of <see cref="CombinerState"/>.
/// </summary>
internal sealed class NodeCombiner : UntypedActor, IWithTimers, ICombinerPort
{
    private readonly NodeSurroundings _node;
    private readonly RunId _run;
    private readonly Courier _courier;
    private readonly CombinerState _state;
    private readonly Dictionary<int, IActorRef> _shards = [];
    private IActorRef _coordinator = ActorRefs.Nobody;
    private Dismissal.Dismiss? _dismissal;
    private long _roundOpened;

    public NodeCombiner(NodeSurroundings node, RunId run)
    {
        (_node, _run) = (node, run);
        _courier = new(node.Link, Self);
        _state = new(this);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    void ICombinerPort.ToShard(int shard, IWireMessage message) => _courier.Tell(_shards[shard], message);

    void ICombinerPort.ToCoordinator(IWireMessage message) => _courier.Tell(_coordinator, message);

    void ICombinerPort.RoundOpened() => _roundOpened = _node.Clock.GetTimestamp();

    void ICombinerPort.RoundClosed() =>
        _courier.Ledger.LongestNode += _node.Clock.GetElapsedTime(_roundOpened);

    protected override void OnReceive(object message)
    {
        if (message is IWireMessage wired)
            _courier.Received(Sender, wired);
        switch (message)
        {
            case Rounds.ShardAnswered answer:
                _state.ShardAnswered(answer);
                break;
            case Rounds.Open question:
                Follow(Sender);
                _state.Open(question);
                break;
            case ShardReporting reporting:
                Attach(reporting);
                break;
            case Dismissal.Dismiss dismissal:
                Dismiss(dismissal);
                break;
            case Dismissal.ShardDismissed dismissed:
                _courier.Ledger.Merge(dismissed.Ledger);
                Detach(dismissed.Shard);
                break;
            case Terminated terminated when terminated.ActorRef.Equals(_coordinator):
                Timers.StartSingleTimer(Orphaned.Instance, Orphaned.Instance, Orphaned.After);
                break;
            case Terminated terminated:
                DetachAll(terminated.ActorRef);
                break;
            case Orphaned:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PostStop() => _node.Shelf.Remove(_run);

    private void Follow(IActorRef coordinator)
    {
        if (coordinator.Equals(_coordinator))
            return;
        Context.Unwatch(_coordinator);
        _coordinator = Context.Watch(coordinator);
        Timers.Cancel(Orphaned.Instance);
    }

    private void Attach(ShardReporting reporting)
    {
        var shard = reporting.Report.Shard;
        Follow(reporting.Coordinator);
        _shards[shard] = Context.Watch(Sender);
        _courier.Tell(_coordinator, reporting.Report);
        _state.Attach(shard, reporting.SummaryLength);
    }

    private void DetachAll(IActorRef stopped)
    {
        foreach (var (shard, _) in _shards.Where(pair => pair.Value.Equals(stopped)).ToList())
            Detach(shard);
    }

    private void Detach(int shard)
    {
        if (!_shards.Remove(shard))
            return;
        _state.Detach(shard);
        LeaveWhenAlone();
    }

    private void Dismiss(Dismissal.Dismiss dismissal)
    {
        _dismissal = dismissal;
        foreach (var shard in _shards.Values)
            _courier.Tell(shard, dismissal);
        LeaveWhenAlone();
    }

    private void LeaveWhenAlone()
    {
        if (_dismissal is null || _shards.Count > 0)
            return;
        _courier.Tell(_coordinator, new Dismissal.NodeDismissed(_run, _dismissal.Epoch, _courier.Ledger));
        Context.Stop(Self);
    }
}
