using System.Threading.Channels;
using Akka.Actor;
using MeanField.Actors.Links;
using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Actors.Listening;

/// <summary>One run attended from where its listener stands to its last event.</summary>
/// <param name="system">Where the listener lives.</param>
/// <param name="run">Which run.</param>
/// <param name="engagement">What is to be run; null: it is running already.</param>
/// <param name="from">What is had already.</param>
/// <param name="gateway">The way to the coordinator.</param>
/// <param name="link">How to send.</param>
internal sealed class Attendance(
    ActorSystem system,
    RunId run,
    Engagement? engagement,
    EventCursor from,
    IRunGateway gateway,
    IRoundLink link)
{
    private readonly Channel<Delivery> _queue = DeliveryQueue.Create();

    /// <summary>When cancelled the run is stopped, and told to where it stands.</summary>
    public async Task<RunReport> RunAsync(Func<RunEvent, ValueTask> sink, CancellationToken cancellation)
    {
        var listener = StartListener();
        using var registration = cancellation.Register(() => listener.Tell(RunListener.Interrupt.Instance));
        try
        {
            return await Feed(sink, listener, CancellationToken.None);
        }
        finally
        {
            system.Stop(listener);
        }
    }

    /// <summary>When cancelled the listening ends, not the run.</summary>
    public async Task<RunReport> ListenAsync(Func<RunEvent, ValueTask> sink, CancellationToken cancellation)
    {
        var listener = StartListener();
        try
        {
            return await Feed(sink, listener, cancellation);
        }
        finally
        {
            system.Stop(listener);
        }
    }

    private IActorRef StartListener()
    {
        var writer = _queue.Writer;
        return system.ActorOf(Props.Create(() =>
            new RunListener(run, engagement, from, gateway, writer, link)));
    }

    private async Task<RunReport> Feed(
        Func<RunEvent, ValueTask> sink, IActorRef listener, CancellationToken cancellation)
    {
        Exception? failure = null;
        await foreach (var delivery in _queue.Reader.ReadAllAsync(cancellation))
        {
            if (delivery.Report is { } report)
                return failure is null ? report : throw new SinkFailedException(failure);
            failure ??= await Offer(sink, delivery.Event!, listener);
            listener.Tell(new RunListener.Consumed(delivery.Session, delivery.Sequence));
        }
        throw new InvalidOperationException("The actor system stopped during the run.");
    }

    /// <summary>
    /// Gives the sink an event; what it throws ends a bound run, whose further events nobody takes.
    /// </summary>
    private static async ValueTask<Exception?> Offer(
        Func<RunEvent, ValueTask> sink,
        RunEvent runEvent,
        IActorRef listener)
    {
        try
        {
            await sink(runEvent);
            return null;
        }
        catch (Exception exception)
        {
            listener.Tell(RunListener.Interrupt.Instance);
            return exception;
        }
    }
}
