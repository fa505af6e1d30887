using System.Collections.Immutable;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using MeanField.Actors.Links;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Shards;

/// <summary>
/// A sharded entity that owns a contiguous range of a run's leaves; the shell of <see cref="ShardState"/>.
/// </summary>
internal sealed class NeuronShard : UntypedActor, IWithTimers, IShardPort
{
    private readonly NodeSurroundings _node;
    private readonly IActorRef _combiners;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Courier _courier;
    private Enlisting.Enlist? _orders;
    private IActorRef _combiner = ActorRefs.Nobody;
    private SpecificationInbox? _inbox;
    private ShardState? _state;
    private int _summaryLength;
    private string? _failure;
    private bool _dismissed;

    public NeuronShard(NodeSurroundings node, IActorRef combiners)
    {
        (_node, _combiners) = (node, combiners);
        _courier = new(node.Link, Self);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    void IShardPort.Enlisted(long epoch, long step, long remembersFrom)
    {
        var report = new Enlisting.ShardEnlisted(_orders!.Run, epoch, _orders.Shard, step, remembersFrom);
        _node.Link.Tell(_combiners, new ShardReporting(report, _orders.Coordinator, _summaryLength), Self);
    }

    void IShardPort.Answer(in RoundStamp stamp, bool isProbe, ReadOnlyMemory<byte> payload) =>
        _courier.Tell(_combiner, new Rounds.ShardAnswered(stamp, _orders!.Shard, isProbe, payload));

    void IShardPort.GetSignals(long epoch, long firstValue, int count) =>
        _courier.Tell(_orders!.Coordinator, new Transfers.GetSignals(_orders.Run, epoch, firstValue, count));

    void IShardPort.Left() => Context.Stop(Self);

    protected override void OnReceive(object message)
    {
        if (message is IWireMessage wired)
            _courier.Received(Sender, wired);
        var start = _node.Clock.GetTimestamp();
        try
        {
            Handle(message);
        }
        catch (Exception exception) when (_orders is not null)
        {
            Fail(exception);
        }
        _courier.Ledger.Compute += _node.Clock.GetElapsedTime(start);
    }

    protected override void PostStop()
    {
        _state?.Dispose();
        if (_dismissed)
            _node.Checkpoints?.Free(_orders!.Fingerprint);
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case Rounds.Open question:
                _combiner = Sender;
                if (_state is not null)
                    _state.Open(question);
                break;
            case Transfers.SignalsServed served:
                _state?.SignalsServed(served);
                break;
            case Enlisting.Enlist orders:
                Enlist(orders);
                break;
            case Recollection.Recall recall when recall.Epoch == _orders?.Epoch:
                _courier.Tell(_orders.Coordinator, new Recollection.Recalled(
                    recall.Run, recall.Epoch, recall.Shard, recall.FirstValue, Remembered(recall.FirstValue)));
                break;
            case Transfers.SpecificationServed served:
                TakeSpecification(served);
                break;
            case Dismissal.Dismiss dismissal:
                Leave(dismissal);
                break;
            case Terminated:
                Timers.StartSingleTimer(Orphaned.Instance, Orphaned.Instance, Orphaned.After);
                break;
            case Orphaned:
                Passivate();
                break;
            case Shards.Move:
                Move();
                break;
            case MoveAnyway:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Enlist(Enlisting.Enlist orders)
    {
        if (orders.Epoch < _orders?.Epoch)
            return;
        Adopt(orders);
        if (_failure is not null)
            ReportFailure(_failure);
        else if (_state is null && _node.Shelf.Find(orders.Run, orders.Fingerprint) is { } shelved)
            Begin(shelved.Workload);
        else if (_state is null)
            FetchSpecification();
        else
            _state.Enlist(orders.Epoch, orders.Step);
    }

    private void Adopt(Enlisting.Enlist orders)
    {
        if (!orders.Coordinator.Equals(_orders?.Coordinator))
        {
            if (_orders is not null)
                Context.Unwatch(_orders.Coordinator);
            Context.Watch(orders.Coordinator);
            Timers.Cancel(Orphaned.Instance);
        }
        _orders = orders;
    }

    private ImmutableArray<double> Remembered(long first) =>
        [.. _state?.Recent.Read(first, Transfers.PieceValues) ?? []];

    private void FetchSpecification()
    {
        _inbox ??= new(_orders!.SpecificationBytes);
        _courier.Tell(_orders!.Coordinator, new Transfers.GetSpecification(_orders.Run, _inbox.Offset));
    }

    private void TakeSpecification(Transfers.SpecificationServed served)
    {
        if (_state is not null || _inbox is null || _orders is null)
            return;
        _inbox.Accept(served);
        if (_inbox.IsComplete)
            Begin(_node.Shelf.Open(_orders.Run, _orders.Fingerprint, _inbox.Text).Workload);
        else
            FetchSpecification();
    }

    private void Begin(IWorkload workload)
    {
        var model = workload.Model;
        var orders = _orders!;
        _inbox = null;
        _summaryLength = model.SummaryLength;
        var leaves = LeafRange.Part(model.Leaves, orders.Shard, orders.Shards);
        var checkpoints = _node.Checkpoints?.Of(orders.Fingerprint, model, leaves);
        _state = new(model, leaves, this, _node.Replays, checkpoints);
        _state.Enlist(orders.Epoch, orders.Step);
    }

    private void Leave(Dismissal.Dismiss dismissal)
    {
        if (_orders is not null && dismissal.Epoch < _orders.Epoch)
            return;
        _courier.Ledger.LongestCompute = _courier.Ledger.Compute;
        _courier.Tell(Sender, new Dismissal.ShardDismissed(
            dismissal.Run, dismissal.Epoch, _orders?.Shard ?? 0, _courier.Ledger));
        _dismissed = _orders is not null;
        Passivate();
    }

    /// <summary>
    /// Goes on until its particles rest, a few steps: then the successor need not replay what this one knows.
    /// </summary>
    private void Move()
    {
        if (_state is null)
            Context.Stop(Self);
        else if (!_state.TryLeave())
            Timers.StartSingleTimer(MoveAnyway.Instance, MoveAnyway.Instance, Shards.Move.Patience);
    }

    /// <summary>Through the region, so that it does not take the stop for a crash.</summary>
    private void Passivate() => Context.Parent.Tell(new Passivate(PoisonPill.Instance));

    private void Fail(Exception exception)
    {
        _failure = FailureReason.Of(exception);
        // a file that is not the right one is no fault of the program's: its place in the code says nothing
        _log.Error(exception is SpecificationException ? null : exception,
            "Shard {0} of run {1} cannot go on: {2}", _orders!.Shard, _orders.Run, _failure);
        ReportFailure(_failure);
    }

    private void ReportFailure(string reason) => _courier.Tell(_orders!.Coordinator,
        new Enlisting.ShardFailed(_orders.Run, _orders.Epoch, _orders.Shard, _state?.Step ?? 0, reason));
}
