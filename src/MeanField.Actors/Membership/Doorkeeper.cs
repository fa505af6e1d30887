using Akka.Actor;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Membership;

/// <summary>Says which program this is, to whoever wants to join or to talk to it.</summary>
internal sealed class Doorkeeper(MemberIdentity identity) : UntypedActor
{
    public const string Name = "doorkeeper";

    protected override void OnReceive(object message)
    {
        if (message is Handshake.Introduce)
            Sender.Tell(new Handshake.Introduced(identity));
        else
            Unhandled(message);
    }
}
