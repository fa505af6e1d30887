using Akka.Actor;
using Akka.Event;
using MeanField.Actors.Membership;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// How a coordinator comes to its run: from its journal, or from a client, whose run then goes into the journal
/// first.
/// </summary>
internal sealed partial class RunCoordinator
{
    private const int MostEarly = 64;
    private const int TicksBetweenEntries = 10;

    private readonly Queue<(object Message, IActorRef Sender)> _early = [];
    private JournalLink? _journal;
    private RunPreparation? _preparation;
    private RunArchive? _archive;
    private IActorRef _client = ActorRefs.Nobody;
    private EventCursor? _durable;
    private bool _isVacant;
    private bool _isEntered;
    private int _ticksToEntry;

    private void Prepare(object message)
    {
        switch (message)
        {
            case RunJournal.Recovered recovered:
                Recover(recovered.Chronicle);
                break;
            case Terminated terminated when _journal?.IsMine(terminated.ActorRef) == true:
                _journal.Lost();
                break;
            case JournalLink.Reopen:
                _journal!.Open();
                break;
            case RunJournal.Written { Entry: Chronicle.IncarnationBegun begun } when begun.Epoch == _epoch:
                Start(_dossier!, _archive!);
                break;
            case not null when _hindered is { } hindered:
                HearHindered(message, hindered);
                break;
            case Transfers.SpecificationServed served:
                _preparation?.Accept(served);
                Prepare();
                break;
            case Transfers.SignalsServed served:
                _preparation?.Accept(served);
                Prepare();
                break;
            case Terminated when _preparation is { Submission.IsBound: true }:
                Stop();
                break;
            case Tick:
                Prepare();
                break;
            case IRunMessage early when (_journal is not null && !_isVacant) || _preparation is not null:
                if (_early.Count < MostEarly)
                    _early.Enqueue((early, Sender));
                break;
            case Submission.Submit submission:
                Accept(submission);
                break;
            case IRunMessage:
                _courier.Tell(Sender, new Publication.RunUnknown(_run));
                Stop();
                break;
        }
    }

    private void Recover(RunChronicle chronicle)
    {
        _journal!.Recovered(chronicle.Archive);
        if (chronicle.Accepted is { } accepted)
            Continue(accepted, chronicle);
        else if (_dossier is not null)
            WriteBeginning(_dossier.Entry);
        else
        {
            _isVacant = true;
            HearEarly();
        }
    }

    private void Continue(Chronicle.RunAccepted accepted, RunChronicle chronicle)
    {
        try
        {
            _dossier = Reopen(accepted);
        }
        catch (Exception exception)
        {
            Hinder(accepted, chronicle, exception);
            return;
        }
        _hindered = null;
        (_archive, _durable) = (chronicle.Archive, chronicle.Archive.Cursor);
        _epoch = Math.Max(chronicle.Epoch + 1, Now());
        if (chronicle.Member is { } before && _archive.Ending is null)
            _archive.Add(new FailureSurvived(StepOf(_archive), before == Here
                ? $"the coordinator on {Here} stopped and came back"
                : $"the coordinator moved from {before} to {Here}"));
        WriteBeginning();
    }

    private RunDossier Reopen(Chronicle.RunAccepted accepted)
    {
        var text = TextOf(accepted);
        var shelved = _node.Shelf.Open(_run, text.Fingerprint, text.ToString());
        return new(_run, accepted.Title, accepted.Shards, accepted.ObserveFrom, accepted.SubmittedAt, shelved);
    }

    private void Accept(Submission.Submit submission)
    {
        _client = Sender;
        _preparation = new(submission, _node.Shelf.Find(_run, submission.Fingerprint)?.Text);
        if (submission.IsBound)
            Context.Watch(Sender);
        Prepare();
    }

    /// <summary>Asks the client for what is missing; once nothing is, the run can begin.</summary>
    private void Prepare()
    {
        if (_preparation is null || _dossier is not null)
            return;
        if (_preparation.IsComplete)
            Undertake(_preparation);
        else
            _courier.Tell(_client, _preparation.Next);
    }

    private void Undertake(RunPreparation preparation)
    {
        try
        {
            _dossier = Open(preparation);
        }
        catch (Exception exception)
        {
            Refuse(exception);
            return;
        }
        (_archive, _epoch) = (preparation.Known, Now());
        if (_journal is null)
            Start(_dossier, _archive);
        else
        {
            _durable = EventCursor.Start;
            WriteBeginning(_dossier.Entry);
        }
    }

    private RunDossier Open(RunPreparation preparation)
    {
        var submission = preparation.Submission;
        var shelved = _node.Shelf.Find(_run, submission.Fingerprint)
            ?? _node.Shelf.Open(_run, submission.Fingerprint, preparation.Text);
        var options = new RunOptions { Shards = submission.Shards > 0 ? submission.Shards : null };
        var shards = options.ShardsFor(shelved.Workload.Model, _node.ComputeThreads * ShardHolders());
        return new(_run, submission.Title, shards, submission.ObserveFrom, Now(), shelved);
    }

    /// <summary>An incarnation is on record before its first round.</summary>
    private void WriteBeginning(Chronicle.RunAccepted? accepted = null)
    {
        if (accepted is not null)
            _journal!.Write(accepted, EventCursor.Start);
        _journal!.Write(new Chronicle.IncarnationBegun(_epoch, Here), EventCursor.Start);
    }

    private void Start(RunDossier dossier, RunArchive archive)
    {
        _progress = new(
            new(_run, _epoch, dossier.Shards, dossier.ObserveFrom, _durable), dossier.Workload, archive, this);
        _progress.Start();
        HearEarly();
        if (_register is null)
            Entered();
        else
            Register(_progress);
    }

    /// <summary>A run that is to outlive its client is accepted once somebody watches over it.</summary>
    private void Register(RunProgress progress)
    {
        if (!_isEntered && _register is not null && _ticksToEntry-- <= 0)
        {
            _ticksToEntry = TicksBetweenEntries;
            _courier.Tell(_register, new Enquiries.Enter(_dossier!.Status(progress)));
        }
    }

    private void Entered()
    {
        _isEntered = true;
        if (!_client.IsNobody())
            _courier.Tell(_client, new Submission.Accepted(_run, _dossier!.Text.Fingerprint));
    }

    private void AcceptAgain(Submission.Submit submission)
    {
        if (submission.Fingerprint != _dossier!.Text.Fingerprint)
            _courier.Tell(Sender, OtherSpecification());
        else
        {
            _client = Sender;
            if (_isEntered)
                Entered();
        }
    }

    private Submission.Refused OtherSpecification() =>
        new(_run, $"Another run is called {_run}: its specification differs.");

    /// <summary>The journal is back: if another incarnation has written to it, this one is over.</summary>
    private void Resume(RunChronicle chronicle, RunProgress progress)
    {
        if (chronicle.Epoch > _epoch)
        {
            _log.Warning("Run {0} has been taken up on {1}; this coordinator stops", _run, chronicle.Member);
            Stop();
            return;
        }
        _journal!.Recovered(chronicle.Archive);
        progress.Journal!.Returned(chronicle.Archive.Cursor);
    }

    private void Refuse(Exception exception)
    {
        _log.Error(exception, "Run {0} cannot begin", _run);
        var refusal = new Submission.Refused(_run, FailureReason.Of(exception));
        if (!_client.IsNobody())
            _courier.Tell(_client, refusal);
        while (_early.TryDequeue(out var early))
            _courier.Tell(early.Sender, refusal);
        Stop();
    }

    private void HearEarly()
    {
        while (_early.TryDequeue(out var early))
            Self.Tell(early.Message, early.Sender);
    }

    private long StepOf(RunArchive archive) => archive.Signals.Count / _dossier!.Workload.Model.SignalLength;

    // an incarnation's number only has to exceed those before it
    private long Now() => _node.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private string Here => NameOf(Self.Path.Address);

    private static int ShardHolders() => Math.Max(1, Akka.Cluster.Cluster.Get(Context.System).State.Members.Count(
        member => member.Roles.Count == 0 || member.HasRole(RoleNames.Shards)));
}
