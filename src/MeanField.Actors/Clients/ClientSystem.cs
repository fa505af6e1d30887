using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting.Logging;
using MeanField.Actors.Hosting;
using MeanField.Actors.Security;

namespace MeanField.Actors.Clients;

/// <summary>An actor system that speaks to members and is none.</summary>
internal static class ClientSystem
{
    public static ExtendedActorSystem Start(ClusterClientOptions options)
    {
        var config = ConfigurationFactory.ParseString(options.Hocon)
            .WithFallback(ConfigurationFactory.ParseString(Own(options)))
            .WithFallback(options.Security is null ? "" : TransportSecurity.Hocon)
            .WithFallback(ConfigurationFactory.ParseString(MeanFieldHosting.Configuration()));
        var setup = BootstrapSetup.Create().WithConfig(config).And(new LoggerFactorySetup(options.Logging));
        if (options.Security is { } security)
            setup = setup.And(security.Setup());
        return (ExtendedActorSystem)ActorSystem.Create("meanfield-client", setup);
    }

    // members answer on the connection that the client has opened; the name only tells clients apart
    private static string Own(ClusterClientOptions options) => $$"""
        akka {
          loggers = ["Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting"]
          actor.provider = remote
          remote.dot-netty.tcp {
            hostname = "127.0.0.1"
            public-hostname = "{{NameFor(options)}}"
            port = 0
          }
        }
        """;

    private static string NameFor(ClusterClientOptions options) =>
        options.Members.All(member => member.IsLoopback) ? "127.0.0.1" : Dns.GetHostName();
}
