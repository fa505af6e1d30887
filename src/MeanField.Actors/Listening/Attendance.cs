using System.Threading.Channels;
using Akka.Actor;
using MeanField.Actors.Shards;
using MeanField.Core.Dynamics;

namespace MeanField.Actors.Listening;

/// <summary>One run attended from submission to its last event.</summary>
internal sealed class Attendance(ActorSystem system, NodeSurroundings node, Engagement engagement)
{
    private readonly Channel<Delivery> _queue = DeliveryQueue.Create();

    public async Task<RunReport> RunAsync(Func<RunEvent, ValueTask> sink, CancellationToken cancellation)
    {
        var listener = system.ActorOf(Props.Create(() => new RunListener(engagement, _queue.Writer, node)));
        using var registration = cancellation.Register(() => listener.Tell(RunListener.Interrupt.Instance));
        try
        {
            return await Feed(sink, listener);
        }
        finally
        {
            system.Stop(listener);
        }
    }

    private async Task<RunReport> Feed(Func<RunEvent, ValueTask> sink, IActorRef listener)
    {
        Exception? failure = null;
        await foreach (var delivery in _queue.Reader.ReadAllAsync())
        {
            if (delivery.Report is { } report)
                return failure is null ? report : throw new SinkFailedException(failure);
            failure ??= await Offer(sink, delivery.Event!, listener);
            listener.Tell(new RunListener.Consumed(delivery.Sequence));
        }
        throw new InvalidOperationException("The actor system stopped during the run.");
    }

    /// <summary>
    /// Gives the sink an event; what it throws ends the run, whose further events nobody takes.
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
