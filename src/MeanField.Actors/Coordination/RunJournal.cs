using Akka.Actor;
using Akka.Event;
using Akka.Persistence;
using MeanField.Protocol;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A run's journal: reads what there is, then writes what the coordinator hands it, in order, without making
/// it wait. When the database fails it stops, and the coordinator makes another, which reads again what has
/// really arrived. Of two that write for the same run the database lets one through.
/// </summary>
internal sealed class RunJournal : UntypedPersistentActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private RunChronicle? _chronicle = new();

    public RunJournal(RunId run) => PersistenceId = $"run-{run.Value}";

    public override string PersistenceId { get; }

    // there is nothing to be shortened: whoever recovers needs all of it
    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    protected override void OnRecover(object message)
    {
        if (message is RecoveryCompleted)
        {
            Context.Parent.Tell(new Recovered(_chronicle!));
            _chronicle = null;
        }
        else
            _chronicle!.Add(message);
    }

    protected override void OnCommand(object message)
    {
        if (message is Write write)
            PersistAsync(write.Entry, _ => Context.Parent.Tell(new Written(write.Entry, write.After)));
        else
            Unhandled(message);
    }

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        _log.Warning("The journal of {0} cannot be written: {1}", PersistenceId, cause.Message);

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        _log.Warning("The journal of {0} cannot be read: {1}", PersistenceId, reason.Message);

    /// <param name="Entry">Of the run's chronicle.</param>
    /// <param name="After">What the journal has then.</param>
    internal sealed record Write(IWireMessage Entry, EventCursor After) : INoSerializationVerificationNeeded;

    internal sealed record Written(IWireMessage Entry, EventCursor After) : INoSerializationVerificationNeeded;

    internal sealed record Recovered(RunChronicle Chronicle) : INoSerializationVerificationNeeded;
}
