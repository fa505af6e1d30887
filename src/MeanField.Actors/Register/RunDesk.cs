using Akka.Actor;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Register;

/// <summary>
/// On every member, at the same path: where clients that are no members hand in what they want. It passes on in
/// their name, and they are answered by whom it concerns.
/// </summary>
internal sealed class RunDesk(IActorRef runs, IActorRef register) : UntypedActor
{
    public const string Name = "desk";

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Submission.Submit or Submission.Cancel or Publication.Attend or Enquiries.GetProgress
                or Enquiries.GetText:
                runs.Forward(message);
                break;
            case Enquiries.GetRuns:
                register.Forward(message);
                break;
            case Enquiries.Greet:
                Sender.Tell(new Enquiries.Greeted([.. Desks()]));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private static IEnumerable<string> Desks() => Akka.Cluster.Cluster.Get(Context.System).State.Members
        .Where(member => member.Status is Akka.Cluster.MemberStatus.Up)
        .Select(member => $"{member.Address}/user/{Name}");
}
