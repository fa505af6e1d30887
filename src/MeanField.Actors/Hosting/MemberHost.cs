using Akka.Cluster.Hosting;
using Akka.Hosting;
using Akka.Remote.Hosting;
using MeanField.Actors.Membership;
using MeanField.Actors.Security;
using MeanField.Actors.Shards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeanField.Actors.Hosting;

/// <summary>A generic host around an actor system that can become a member of a cluster.</summary>
internal static class MemberHost
{
    /// <summary>The name that all members' systems bear.</summary>
    public const string SystemName = "meanfield";

    public static IHost Build(ActorEngineOptions options, NodeSurroundings node)
    {
        // no defaults: an engine reads no settings files and writes no console
        var settings = new HostApplicationBuilderSettings { DisableDefaults = true };
        var builder = new HostApplicationBuilder(settings);
        builder.Services.AddSingleton(options.Logging);
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        // leaving takes its time; CoordinatedShutdown has time-outs of its own
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(2));
        builder.Services.AddAkka(SystemName, akka => akka
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.AddLoggerFactory(options.Logging);
            })
            .WithMeanField(node, options)
            .WithRemoting(Remoting(options))
            .WithClustering(new ClusterOptions
            {
                Roles = RoleNames.Of(options.Roles),
                SplitBrainResolver = options.SplitBrain.Option(),
            })
            .WithSecurity(options.Security)
            .AddHocon(options.Hocon, HoconAddMode.Prepend));
        return builder.Build();
    }

    private static AkkaConfigurationBuilder WithSecurity(
        this AkkaConfigurationBuilder builder, TransportSecurity? security) => security is null
            ? builder
            : builder.AddHocon(TransportSecurity.Hocon, HoconAddMode.Prepend).AddSetup(security.Setup());

    private static RemoteOptions Remoting(ActorEngineOptions options) => new()
    {
        HostName = options.Listen.Host,
        Port = options.Listen.Port,
        PublicHostName = options.Public?.Host,
        PublicPort = options.Public?.Port,
    };

    /// <summary>Leaves signals to the program that embeds the engine.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
