using Akka.Actor;
using MeanField.Protocol;

namespace MeanField.Actors.Links;

/// <summary>One actor's sending and receiving, counted.</summary>
internal sealed class Courier(IRoundLink link, IActorRef self)
{
    public CommunicationLedger Ledger { get; } = new();

    public void Tell(IActorRef target, IWireMessage message)
    {
        Count(target, message, TrafficDirection.Sent);
        link.Tell(target, message, self);
    }

    /// <summary>As <see cref="Tell"/>, in another actor's name.</summary>
    public void Forward(IActorRef target, IWireMessage message, IActorRef sender)
    {
        Count(target, message, TrafficDirection.Sent);
        link.Tell(target, message, sender);
    }

    public void Received(IActorRef sender, IWireMessage message) =>
        Count(sender, message, TrafficDirection.Received);

    private void Count(IActorRef other, IWireMessage message, TrafficDirection direction)
    {
        var (kind, bytes) = Traffic.Of(message);
        var isRemote = other is IInternalActorRef { IsLocal: false };
        Ledger.Count(kind, isRemote ? TrafficLink.Remote : TrafficLink.Local, direction, bytes);
    }
}
