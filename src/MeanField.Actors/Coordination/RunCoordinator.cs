using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using MeanField.Actors.Links;
using MeanField.Actors.Shards;
using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A sharded entity per run: the shell of <see cref="RunProgress"/>, with its clock and its links.
/// </summary>
internal sealed class RunCoordinator : UntypedActor, IWithTimers, IRunPort
{
    private readonly NodeSurroundings _node;
    private readonly IActorRef _shardRegion;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Courier _courier;
    private readonly PostBook _posts = new();
    private readonly Stopwatches _stopwatches;
    private RunPreparation? _preparation;
    private SpecificationText? _text;
    private RunProgress? _progress;
    private Refusal? _refusal;
    private long _epoch;

    public RunCoordinator(NodeSurroundings node, IActorRef shardRegion)
    {
        (_node, _shardRegion) = (node, shardRegion);
        _courier = new(node.Link, Self);
        _stopwatches = new(node.Clock, _courier.Ledger);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    CommunicationLedger IRunPort.Ledger => _courier.Ledger;

    private Submission.Submit Submitted => _preparation!.Submission;

    void IRunPort.Enlist(int shard, long step) => _courier.Tell(_shardRegion, new Enlisting.Enlist(
        Submitted.Run,
        _epoch,
        step,
        shard,
        Submitted.Shards,
        Submitted.Fingerprint,
        Submitted.SpecificationBytes,
        Self));

    void IRunPort.ToPost(int post, IWireMessage message) => _courier.Tell(_posts[post], message);

    void IRunPort.ToListener(Publication.INumbered message) => _courier.Tell(Submitted.Listener, message);

    void IRunPort.RoundOpened() => _stopwatches.RoundOpened();

    void IRunPort.RoundClosed() => _stopwatches.RoundClosed();

    void IRunPort.Stop() => Context.Parent.Tell(new Passivate(PoisonPill.Instance));

    protected override void OnReceive(object message)
    {
        if (message is IWireMessage wired)
            _courier.Received(Sender, wired);
        try
        {
            if (_progress is not null)
                Run(message, _progress);
            else if (_refusal is not null)
                _refusal.Receive(message);
            else
                Prepare(message);
        }
        catch (Exception exception) when (_progress is not null)
        {
            _log.Error(exception, "Run {0} cannot go on", Submitted.Run);
            _progress.Fail(new(_progress.Step, Describe(exception)));
        }
        _stopwatches.Waiting(_progress is { WaitsForSink: true });
    }

    // what a crashed coordinator knew is lost; its listener is told by the stop
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    protected override void PostStop()
    {
        if (_preparation is not null)
            _node.Shelf.Remove(Submitted.Run);
    }

    private void Run(object message, RunProgress progress)
    {
        switch (message)
        {
            case Rounds.NodeAnswered answer when answer.Stamp.Epoch == _epoch:
                progress.Answered(answer);
                break;
            case Publication.Delivered delivered:
                progress.Delivered(delivered);
                break;
            case Tick:
                progress.Tick();
                break;
            case Transfers.GetSignals request when request.Epoch == _epoch:
                _courier.Tell(Sender, progress.Serve(request.FirstValue, request.Count));
                break;
            case Transfers.GetSpecification request:
                _courier.Tell(Sender, _text!.Serve(request.Run, request.Offset));
                break;
            case Enlisting.ShardEnlisted enlisted when enlisted.Epoch == _epoch:
                progress.Enlisted(enlisted.Shard, _posts.NumberOf(Sender));
                break;
            case Enlisting.ShardsMissing missing when missing.Stamp.Epoch == _epoch:
                progress.Missing(missing.Stamp, missing.Shards);
                break;
            case Enlisting.ShardFailed failed when failed.Epoch == _epoch:
                progress.Fail(new(failed.Step, failed.Reason));
                break;
            case Dismissal.NodeDismissed dismissed when dismissed.Epoch == _epoch:
                progress.Dismissed(_posts.NumberOf(Sender), dismissed.Ledger);
                break;
            case Submission.Cancel:
                progress.Cancel();
                break;
            case Terminated:
                Abandon(progress);
                break;
        }
    }

    private void Prepare(object message)
    {
        switch (message)
        {
            case Submission.Submit submission when _preparation is null:
                Accept(submission);
                break;
            case Transfers.SpecificationServed served:
                _preparation?.Accept(served);
                break;
            case Transfers.SignalsServed served:
                _preparation?.Accept(served);
                break;
            case Terminated:
                ((IRunPort)this).Stop();
                return;
            case Tick:
                break;
            default:
                return;
        }
        if (_preparation is null)
            return;
        if (_preparation.IsComplete)
            Begin(_preparation);
        else
            _courier.Tell(Submitted.Listener, _preparation.Next);
    }

    private void Accept(Submission.Submit submission)
    {
        // an incarnation's number only has to exceed those before it
        _epoch = _node.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        _preparation = new(submission, _node.Shelf.Find(submission.Run, submission.Fingerprint) is not null);
        Context.Watch(submission.Listener);
        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, _node.Tick);
    }

    private void Begin(RunPreparation preparation)
    {
        var submission = preparation.Submission;
        try
        {
            var shelved = _node.Shelf.Find(submission.Run, submission.Fingerprint)
                ?? _node.Shelf.Open(submission.Run, submission.Fingerprint, preparation.Text);
            _text = shelved.Text;
            _progress = new(Terms(submission), shelved.Workload, preparation.Known, this);
        }
        catch (Exception exception)
        {
            _log.Error(exception, "Run {0} cannot begin", submission.Run);
            _refusal = new(submission.Run, _epoch, Describe(exception), this);
            return;
        }
        _progress.Start();
    }

    private RunTerms Terms(Submission.Submit submission) =>
        new(submission.Run, _epoch, submission.Shards, submission.ObserveFrom);

    private static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    private void Abandon(RunProgress progress)
    {
        // a listener that has heard of the end may go before its receipt of it arrives
        if (!progress.HasToldItsEnd)
        {
            _log.Warning("Nobody listens to run {0} any more; it stops", Submitted.Run);
            progress.Cancel();
        }
        ((IRunPort)this).Stop();
    }
}
