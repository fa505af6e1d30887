using Akka.Actor;
using Akka.Remote;

namespace MeanField.Actors.Membership;

/// <summary>
/// Tells a newcomer that the members have given it up. They may do so before it hears that it was let in (a process
/// that is slow to start looks dead); they never speak to it again then, and it would ask for ever.
/// </summary>
internal sealed class ExpulsionWatch(TaskCompletionSource expelled) : UntypedActor
{
    protected override void PreStart() =>
        Context.System.EventStream.Subscribe(Self, typeof(ThisActorSystemQuarantinedEvent));

    protected override void PostStop() => Context.System.EventStream.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        if (message is ThisActorSystemQuarantinedEvent)
            expelled.TrySetResult();
    }
}
