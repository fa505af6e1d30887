using Akka.Actor;

namespace MeanField.Actors.Links;

/// <summary>
/// The one way by which a run's actors send. Nothing may depend on a message arriving, arriving once, or in
/// order: a link that loses, repeats and delays must not change any answer.
/// </summary>
public interface IRoundLink
{
    void Tell(IActorRef target, object message, IActorRef sender);
}

/// <summary>Hands over to Akka.</summary>
public sealed class DirectLink : IRoundLink
{
    public void Tell(IActorRef target, object message, IActorRef sender) => target.Tell(message, sender);
}
