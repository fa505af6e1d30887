using System.Text;
using Akka.Actor;
using Akka.Event;
using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>How a coordinator waits for what its run cannot be opened without.</summary>
internal sealed partial class RunCoordinator
{
    private HinderedRun? _hindered;

    private void Hinder(Chronicle.RunAccepted accepted, RunChronicle chronicle, Exception exception)
    {
        var reason = FailureReason.Of(exception);
        if (_hindered?.Reason != reason)
            _log.Warning("Run {0} waits until it can be opened: {1}", _run, reason);
        if (!ReferenceEquals(_hindered?.Chronicle, chronicle))
            _hindered = new(_run, accepted, chronicle, TextOf(accepted), OutlineOf(accepted));
        Timers.StartSingleTimer(TryOpening.Instance, TryOpening.Instance, _hindered.Hinder(reason));
        HearEarly();
    }

    private void HearHindered(object message, HinderedRun hindered)
    {
        switch (message)
        {
            case TryOpening when hindered.IsOver:
                // nothing is to be gone on with: whoever asks for it next has it tried again
                Stop();
                break;
            case TryOpening:
                Continue(hindered.Accepted, hindered.Chronicle);
                break;
            case Enquiries.GetProgress:
                _courier.Tell(Sender, hindered.Report(Here));
                break;
            case Enquiries.GetText request:
                _courier.Tell(Sender, hindered.Text.Serve(request.Run, request.Offset));
                break;
            case Submission.Submit submission when submission.Fingerprint == hindered.Text.Fingerprint:
                _courier.Tell(Sender, new Submission.Accepted(_run, submission.Fingerprint));
                break;
            case Submission.Submit:
                _courier.Tell(Sender, OtherSpecification());
                break;
            case Submission.Cancel when hindered.IsOver:
                _courier.Tell(Sender, hindered.Report(Here));
                break;
            case Submission.Cancel:
                // whoever asked asks again until it is on record
                _journal!.Write(hindered.Conclusion, EventCursor.Start);
                break;
            case RunJournal.Written { Entry: Chronicle.RunConcluded concluded }:
                hindered.Conclude(concluded.Ending);
                break;
            case Publication.Attend when hindered.IsOver:
                _courier.Tell(Sender, new Submission.Refused(_run, hindered.Reason));
                break;
        }
    }

    private static SpecificationText TextOf(Chronicle.RunAccepted accepted) =>
        new(Encoding.UTF8.GetString(accepted.Specification.Span));

    private WorkloadOutline OutlineOf(Chronicle.RunAccepted accepted)
    {
        try
        {
            return _node.Shelf.Outline(TextOf(accepted).ToString());
        }
        catch (Exception)
        {
            // not even its text is understood: nothing is known of its steps
            return new(0, 1);
        }
    }

    private sealed class TryOpening : INoSerializationVerificationNeeded
    {
        public static TryOpening Instance { get; } = new();
    }
}
