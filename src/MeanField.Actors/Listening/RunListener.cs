using System.Threading.Channels;
using Akka.Actor;
using MeanField.Actors.Clients;
using MeanField.Actors.Coordination;
using MeanField.Actors.Links;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Listening;

/// <summary>
/// The client's end of a run: submits it where it is new, says how far it has come, queues its events. It
/// goes on asking until somebody answers.
/// </summary>
internal sealed class RunListener : UntypedActor, IWithTimers
{
    private const int SilenceTicks = 4;

    private readonly RunId _run;
    private readonly Engagement? _engagement;
    private readonly IRunGateway _gateway;
    private readonly ChannelWriter<Delivery> _queue;
    private readonly Courier _courier;
    private readonly EventSequence _sequence;
    private IActorRef? _coordinator;
    private long _consumed;
    private int _queued;
    private int _silent;
    private bool _isAccepted;
    private bool _isCancelled;
    private bool _isOver;

    /// <param name="run">Which run.</param>
    /// <param name="engagement">What is to be run; null: it is running already.</param>
    /// <param name="from">What is had already.</param>
    /// <param name="gateway">The way to the coordinator.</param>
    /// <param name="queue">Where events go.</param>
    /// <param name="link">How to send.</param>
    public RunListener(
        RunId run,
        Engagement? engagement,
        EventCursor from,
        IRunGateway gateway,
        ChannelWriter<Delivery> queue,
        IRoundLink link)
    {
        (_run, _engagement, _gateway, _queue) = (run, engagement, gateway, queue);
        (_courier, _sequence, _isAccepted) = (new(link, Self), new(from), engagement is null);
        Ask();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() =>
        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, TimeSpan.FromSeconds(0.25));

    protected override void PostStop() => _queue.TryComplete();

    protected override void OnReceive(object message)
    {
        if (message is IWireMessage wired)
            _courier.Received(Sender, wired);
        switch (message)
        {
            case Publication.INumbered numbered:
                Receive(numbered);
                break;
            case Publication.SessionUnknown unknown:
                Follow(Sender);
                _sequence.Forgotten(unknown);
                _consumed = 0;
                Ask();
                break;
            case Submission.Accepted:
                _isAccepted = true;
                Follow(Sender);
                Ask();
                break;
            case IWireMessage request when _engagement?.Serve(request) is { } served:
                _courier.Tell(Sender, served);
                break;
            case Submission.Refused refused:
                Fail(refused.Reason);
                break;
            case Publication.RunUnknown when _isAccepted:
                LoseRun();
                break;
            case Consumed consumed:
                _queued--;
                if (consumed.Session == _sequence.Session)
                    _consumed = consumed.Sequence;
                Ask();
                break;
            case Interrupt:
                _isCancelled = true;
                Cancel();
                break;
            case Tick:
                Repeat();
                break;
        }
    }

    private void Receive(Publication.INumbered message)
    {
        Follow(Sender);
        var session = _sequence.Session;
        if (!_isOver && _sequence.IsNext(message))
            Take(message);
        if (_sequence.Session != session)
            _consumed = 0;
        Ask();
    }

    private void Take(Publication.INumbered message)
    {
        // a full queue is as good as a lost message
        if (_queued == DeliveryQueue.MostEvents)
            return;
        var (session, sequence) = (message.Stamp.Session, message.Stamp.Sequence);
        if (_sequence.Take(message) is { } runEvent)
            Enqueue(new(session, sequence, runEvent, null));
        else if (message is Publication.RunEnded ended)
            End(Report(ended));
    }

    private void Enqueue(Delivery delivery)
    {
        _queued++;
        _queue.TryWrite(delivery);
    }

    private RunReport Report(Publication.RunEnded ended)
    {
        var ledger = new CommunicationLedger();
        ledger.Merge(ended.Ledger);
        ledger.Merge(_courier.Ledger);
        return new(ended.Ending, ended.Steps, ledger);
    }

    private void LoseRun()
    {
        if (_engagement is null)
            _queue.TryComplete(new UnknownRunException(_run));
        else
            Fail("The run's coordinator stopped unexpectedly; the log says why.");
    }

    private void Fail(string reason)
    {
        if (_isOver)
            return;
        _queue.TryWrite(new(_sequence.Session, _sequence.Received, new RunFailed(0, reason), null));
        End(new(RunEnding.Failed, 0, _courier.Ledger));
    }

    private void End(RunReport report)
    {
        _isOver = true;
        _queue.TryWrite(new(_sequence.Session, _sequence.Received, null, report));
        _queue.TryComplete();
    }

    private void Repeat()
    {
        // whoever has not answered for long may be no more: the gateway knows his successor
        if (++_silent >= SilenceTicks)
            _coordinator = null;
        if (_isCancelled && !_isOver)
            Cancel();
        Ask();
    }

    private void Follow(IActorRef coordinator) => (_coordinator, _silent) = (coordinator, 0);

    /// <summary>For the run to be taken on, or for what comes next of it.</summary>
    private void Ask()
    {
        if (_isAccepted)
            _courier.Tell(_coordinator ?? _gateway.Next(), _sequence.Attend(_run, _consumed));
        else
            _courier.Tell(_gateway.Next(), _engagement!.Submission);
    }

    private void Cancel() => _courier.Tell(_gateway.Next(), new Submission.Cancel(_run));

    /// <summary>The sink is done with this message.</summary>
    internal sealed record Consumed(long Session, long Sequence) : INoSerializationVerificationNeeded;

    internal sealed class Interrupt : INoSerializationVerificationNeeded
    {
        public static Interrupt Instance { get; } = new();
    }
}
