using Akka.Actor;
using MeanField.Actors.Coordination;
using MeanField.Actors.Listening;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Clients;

/// <summary>Hands a run in, serving its specification, until it is accepted or refused.</summary>
internal sealed class RunSubmitter : UntypedActor, IWithTimers
{
    private readonly Engagement _engagement;
    private readonly IRunGateway _gateway;
    private readonly TaskCompletionSource _outcome;

    public RunSubmitter(Engagement engagement, IRunGateway gateway, TaskCompletionSource outcome)
    {
        (_engagement, _gateway, _outcome) = (engagement, gateway, outcome);
        Submit();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() =>
        Timers.StartPeriodicTimer(Tick.Instance, Tick.Instance, TimeSpan.FromSeconds(0.5));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case IWireMessage request when _engagement.Serve(request) is { } served:
                Sender.Tell(served);
                break;
            case Submission.Accepted:
                _outcome.TrySetResult();
                break;
            case Submission.Refused refused:
                _outcome.TrySetException(new SubmissionRefusedException(refused.Reason));
                break;
            case Tick:
                Submit();
                break;
        }
    }

    private void Submit() => _gateway.Next().Tell(_engagement.Submission);
}
