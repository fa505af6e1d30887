using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using MeanField.Actors.Links;
using MeanField.Actors.Shards;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A sharded entity per run: the shell of <see cref="RunProgress"/>, with its clock, its journal and its links.
/// </summary>
internal sealed partial class RunCoordinator : UntypedActor, IWithTimers, IRunPort
{
    private readonly RunId _run;
    private readonly NodeSurroundings _node;
    private readonly IActorRef _shardRegion;
    private readonly IActorRef? _register;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Courier _courier;
    private readonly ActorBook _posts = new();
    private readonly ActorBook _listeners = new();
    private readonly Stopwatches _stopwatches;
    private RunDossier? _dossier;
    private RunProgress? _progress;
    private long _epoch;

    /// <param name="run">Which run.</param>
    /// <param name="node">What the node lends.</param>
    /// <param name="shardRegion">Where its shards are called.</param>
    /// <param name="register">Who watches over runs; null: nobody.</param>
    public RunCoordinator(RunId run, NodeSurroundings node, IActorRef shardRegion, IActorRef? register)
    {
        (_run, _node, _shardRegion, _register) = (run, node, shardRegion, register);
        _courier = new(node.Link, Self);
        _stopwatches = new(node.Clock, _courier.Ledger);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    CommunicationLedger IRunPort.Ledger => _courier.Ledger;

    void IRunPort.Enlist(int shard, long step) => _courier.Tell(_shardRegion, new Enlisting.Enlist(
        _run,
        _epoch,
        step,
        shard,
        _dossier!.Shards,
        _dossier.Text.Fingerprint,
        _dossier.Text.Length,
        Self));

    void IRunPort.Recall(int shard, long firstValue) =>
        _courier.Tell(_shardRegion, new Recollection.Recall(_run, _epoch, shard, firstValue));

    void IRunPort.ToPost(int post, IWireMessage message) => _courier.Tell(_posts[post], message);

    void IRunPort.ToListener(int listener, IWireMessage message) =>
        _courier.Tell(_listeners[listener], message);

    void IRunPort.Record(IWireMessage entry, EventCursor after) => _journal!.Write(entry, after);

    string IRunPort.MemberOf(int post) => NameOf(_posts[post].Path.Address);

    void IRunPort.RoundOpened() => _stopwatches.RoundOpened();

    void IRunPort.RoundClosed() => _stopwatches.RoundClosed();

    void IRunPort.Stop() => Stop();

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, _node.Tick);
        if (_node.KeepsJournals)
            _journal = new(Context, Timers, _courier, _run);
    }

    protected override void OnReceive(object message)
    {
        if (message is IWireMessage wired)
            _courier.Received(Sender, wired);
        if (_progress is null)
        {
            Prepare(message);
            return;
        }
        try
        {
            Run(message, _progress);
        }
        catch (Exception exception)
        {
            _log.Error(exception, "Run {0} cannot go on", _run);
            _progress.Fail(new(_progress.Step, FailureReason.Of(exception)));
        }
        _stopwatches.Waiting(_progress.WaitsForListeners);
    }

    // what a crashed coordinator knew is in the journal, if anywhere: it begins anew when it is next spoken to
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    protected override void PostStop() => _node.Shelf.Remove(_run);

    private void Run(object message, RunProgress progress)
    {
        switch (message)
        {
            case Rounds.NodeAnswered answer when answer.Stamp.Epoch == _epoch:
                progress.Answered(answer);
                break;
            case Publication.Attend attend:
                progress.Attend(_listeners.NumberOf(Sender), attend);
                break;
            case Tick:
                progress.Tick();
                Register(progress);
                break;
            case RunJournal.Written { Entry: not Chronicle.IncarnationBegun } written:
                progress.Journal?.Written(written.After);
                break;
            case Transfers.GetSignals request when request.Epoch == _epoch:
                _courier.Tell(Sender, progress.Serve(request.FirstValue, request.Count));
                break;
            case Transfers.GetSpecification request:
                _courier.Tell(Sender, _dossier!.Text.Serve(request.Run, request.Offset));
                break;
            case Enlisting.ShardEnlisted enlisted when enlisted.Epoch == _epoch:
                progress.Enlisted(enlisted.Shard, Post(Sender), enlisted.Step, enlisted.RemembersFrom);
                break;
            case Recollection.Recalled recalled when recalled.Epoch == _epoch:
                progress.Recalled(recalled);
                break;
            case Enlisting.ShardsMissing missing when missing.Stamp.Epoch == _epoch:
                progress.Missing(missing.Stamp, missing.Shards);
                break;
            case Enlisting.ShardFailed failed when failed.Epoch == _epoch:
                progress.Fail(new(failed.Step, WithPlace(failed.Reason)));
                break;
            case Dismissal.NodeDismissed dismissed when dismissed.Epoch == _epoch:
                progress.Dismissed(Post(Sender), dismissed.Ledger);
                break;
            case Submission.Cancel:
                progress.Cancel();
                _courier.Tell(Sender, _dossier!.Report(progress, Here));
                break;
            case Enquiries.GetText request:
                _courier.Tell(Sender, _dossier!.Text.Serve(request.Run, request.Offset));
                break;
            case Enquiries.GetProgress:
                _courier.Tell(Sender, _dossier!.Report(progress, Here));
                break;
            default:
                Administer(message, progress);
                break;
        }
    }

    private void Administer(object message, RunProgress progress)
    {
        switch (message)
        {
            case Submission.Submit submission:
                AcceptAgain(submission);
                break;
            case Enquiries.Entered:
                Entered();
                break;
            case Terminated terminated when _journal?.IsMine(terminated.ActorRef) == true:
                progress.Journal!.Lost();
                _journal.Lost();
                break;
            case JournalLink.Reopen:
                _journal!.Open();
                break;
            case RunJournal.Recovered recovered:
                Resume(recovered.Chronicle, progress);
                break;
            case Terminated terminated when _posts.Find(terminated.ActorRef) is { } post:
                progress.Lost(post, $"member {NameOf(terminated.ActorRef.Path.Address)} was lost");
                break;
            case Terminated terminated when terminated.ActorRef.Equals(_client):
                Abandon(progress, _listeners.NumberOf(terminated.ActorRef));
                break;
        }
    }

    private int Post(IActorRef combiner)
    {
        if (_posts.Find(combiner) is null)
            Context.Watch(combiner);
        return _posts.NumberOf(combiner);
    }

    private void Abandon(RunProgress progress, int client)
    {
        // a listener that has heard of the end may go before its receipt of it arrives
        if (progress.Archive.Ending is null)
        {
            _log.Warning("Nobody listens to run {0} any more; it stops", _run);
            progress.Cancel();
        }
        progress.Leave(client);
        Stop();
    }

    /// <summary>Through the region, so that it does not take the stop for a crash.</summary>
    private void Stop() => Context.Parent.Tell(new Passivate(PoisonPill.Instance));

    /// <summary>What another member says bears its name.</summary>
    private string WithPlace(string reason) =>
        Sender.Path.Address.HasLocalScope ? reason : $"member {NameOf(Sender.Path.Address)}: {reason}";

    private string NameOf(Address address)
    {
        var named = address.HasLocalScope ? Akka.Cluster.Cluster.Get(Context.System).SelfAddress : address;
        return $"{named.Host}:{named.Port}";
    }
}
