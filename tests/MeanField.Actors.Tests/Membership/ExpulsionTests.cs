using Akka.Actor;
using Akka.Configuration;
using Akka.Remote;
using MeanField.Actors.Hosting;
using MeanField.Actors.Membership;
using MeanField.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeanField.Actors.Tests.Membership;

/// <summary>
/// A newcomer on a busy machine was let in, was silent for longer than members are patient, and was given up before it
/// had heard that it was in: they refused every connection from then on, and it asked for ever.
/// </summary>
public sealed class ExpulsionTests
{
    private readonly MemberIdentity _identity = new("1.0", "messages", "journal");

    [Fact]
    public async Task A_newcomer_that_the_members_have_given_up_stops_asking()
    {
        using var member = Start("remote");
        using var newcomer = Start("cluster");
        // it answers at the door, and lets nobody in
        member.ActorOf(Props.Create(() => new Doorkeeper(_identity)), Doorkeeper.Name);
        var (here, there) = (AddressOf(newcomer), AddressOf(member));
        var entrance = new Entrance(
            newcomer, _identity, [new(there.Host!, there.Port!.Value)], NullLogger.Instance);
        var entering = entrance.EnterAsync(CancellationToken.None);
        while (!entering.IsCompleted)
        {
            newcomer.EventStream.Publish(new ThisActorSystemQuarantinedEvent(here, there));
            await Task.Delay(50);
        }
        await Assert.ThrowsAsync<NodeExpelledException>(() => entering);
    }

    private static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    private static ActorSystem Start(string provider) => ActorSystem.Create(
        MemberHost.SystemName,
        ConfigurationFactory.ParseString($$"""
            akka {
              loglevel = OFF
              actor.provider = {{provider}}
              remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
            }
            """).WithFallback(ConfigurationFactory.ParseString(MeanFieldHosting.Configuration())));
}
