using System.Threading.Channels;
using Akka.Actor;
using MeanField.Actors.Coordination;
using MeanField.Actors.Links;
using MeanField.Actors.Shards;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Listening;

/// <summary>
/// The client's end of a run: submits it, serves what the coordinator asks for, queues its events.
/// </summary>
internal sealed class RunListener : UntypedActor, IWithTimers
{
    private readonly Engagement _engagement;
    private readonly ChannelWriter<Delivery> _queue;
    private readonly Courier _courier;
    private readonly SpecificationText _text;
    private readonly EventSequence _sequence = new();
    private IActorRef? _coordinator;
    private long _epoch;
    private long _consumed;
    private bool _isCancelled;
    private bool _isOver;

    public RunListener(Engagement engagement, ChannelWriter<Delivery> queue, NodeSurroundings node)
    {
        (_engagement, _queue) = (engagement, queue);
        _courier = new(node.Link, Self);
        _text = new(engagement.Specification);
        Submit();
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
                Follow(Sender);
                Receive(numbered);
                break;
            case Transfers.GetSpecification request:
                Follow(Sender);
                _courier.Tell(Sender, _text.Serve(request.Run, request.Offset));
                break;
            case Transfers.GetSignals request:
                Follow(Sender);
                _courier.Tell(Sender, _engagement.Serve(request));
                break;
            case Consumed consumed:
                _consumed = consumed.Sequence;
                Acknowledge();
                break;
            case Interrupt:
                _isCancelled = true;
                Cancel();
                break;
            case Tick:
                Repeat();
                break;
            case Terminated:
                // a coordinator whose run is over stops; left unhandled, its end would be this actor's too
                if (!_isOver)
                    LoseCoordinator();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Receive(Publication.INumbered message)
    {
        _epoch = message.Epoch;
        if (!_isOver && _sequence.IsNext(message))
            Take(message);
        Acknowledge();
    }

    private void Take(Publication.INumbered message)
    {
        var runEvent = _sequence.Take(message);
        if (message is Publication.RunEnded ended)
            End(new(message.Sequence, null, Report(ended)));
        else if (runEvent is not null && !_queue.TryWrite(new(message.Sequence, runEvent, null)))
            throw new InvalidOperationException("The coordinator sent more events than it had credit for.");
    }

    private RunReport Report(Publication.RunEnded ended)
    {
        var ledger = new CommunicationLedger();
        ledger.Merge(ended.Ledger);
        ledger.Merge(_courier.Ledger);
        return new(ended.Ending, ended.Steps, ledger);
    }

    private void LoseCoordinator()
    {
        var reason = "The run's coordinator stopped unexpectedly; the log says why.";
        _queue.TryWrite(new(_sequence.Received, new RunFailed(0, reason), null));
        End(new(_sequence.Received, null, new(RunEnding.Failed, 0, _courier.Ledger)));
    }

    private void End(Delivery last)
    {
        _isOver = true;
        _queue.TryWrite(last);
        _queue.TryComplete();
    }

    private void Repeat()
    {
        if (_coordinator is null)
            Submit();
        if (_isCancelled && !_isOver)
            Cancel();
    }

    private void Follow(IActorRef coordinator) => _coordinator ??= Context.Watch(coordinator);

    private void Submit() => _courier.Tell(_engagement.RunRegion, _engagement.Submission(_text, Self));

    private void Cancel() => _courier.Tell(_engagement.RunRegion, new Submission.Cancel(_engagement.Run));

    private void Acknowledge() => _courier.Tell(
        _coordinator!, new Publication.Delivered(_engagement.Run, _epoch, _sequence.Received, _consumed));

    internal sealed record Consumed(long Sequence) : INoSerializationVerificationNeeded;

    internal sealed class Interrupt : INoSerializationVerificationNeeded
    {
        public static Interrupt Instance { get; } = new();
    }
}
