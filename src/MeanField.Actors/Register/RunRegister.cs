using Akka.Actor;
using Akka.Event;
using Akka.Pattern;
using Akka.Persistence;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Register;

/// <summary>
/// One in a cluster, and persistent: knows all runs, and wakes their coordinators again and again, so that a run
/// whose coordinator's node has gone is taken up on another; the shell of <see cref="RegisterState"/>.
/// </summary>
internal sealed class RunRegister : UntypedPersistentActor, IWithTimers
{
    public const string Name = "register";

    private static readonly TimeSpan WakingInterval = TimeSpan.FromMilliseconds(500);

    private readonly IActorRef _runs;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly RegisterState _state = new();

    /// <param name="runs">The region of runs.</param>
    public RunRegister(IActorRef runs) => _runs = runs;

    public override string PersistenceId => "run-register";

    public ITimerScheduler Timers { get; set; } = null!;

    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    /// <summary>It stops when its journal fails, and comes back.</summary>
    public static Props Props(IActorRef runs) => BackoffSupervisor.Props(Backoff.OnStop(
        Akka.Actor.Props.Create(() => new RunRegister(runs)),
        "journaled",
        TimeSpan.FromMilliseconds(200),
        TimeSpan.FromSeconds(3),
        randomFactor: 0.2,
        maxNrOfRetries: -1));

    protected override void OnRecover(object message)
    {
        if (message is RecoveryCompleted)
            Timers.StartPeriodicTimer(Wake.Instance, Wake.Instance, TimeSpan.Zero, WakingInterval);
        else
            _state.Add(message);
    }

    protected override void OnCommand(object message)
    {
        switch (message)
        {
            case Wake:
                foreach (var run in _state.Open)
                    _runs.Tell(new Enquiries.GetProgress(run));
                break;
            case Enquiries.Enter enter:
                Enter(enter.Status, Sender);
                break;
            case Enquiries.ProgressReported report:
                Note(report.Status);
                break;
            case Enquiries.GetRuns:
                Sender.Tell(_state.List());
                break;
        }
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        _log.Warning("The journal of the register cannot be written: {0}", cause.Message);

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        _log.Warning("The journal of the register cannot be read: {0}", reason.Message);

    private void Enter(RunStatus status, IActorRef coordinator)
    {
        var entered = new Enquiries.Entered(status.Run);
        if (_state.Knows(status.Run))
        {
            Note(status);
            coordinator.Tell(entered);
        }
        else
            Persist(new Chronicle.RunEntered(status), entry =>
            {
                _state.Add(entry);
                coordinator.Tell(entered);
            });
    }

    private void Note(RunStatus status)
    {
        if (status.IsOver && _state.IsOpen(status.Run))
            Persist(new Chronicle.RunClosed(status), _state.Add);
        else
            _state.Note(status);
    }

    private sealed class Wake : INoSerializationVerificationNeeded
    {
        public static Wake Instance { get; } = new();
    }
}
