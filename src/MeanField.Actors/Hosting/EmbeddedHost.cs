using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using Akka.Remote.Hosting;
using MeanField.Actors.Shards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeanField.Actors.Hosting;

/// <summary>A generic host around a cluster of one, on a loopback port that the system chooses.</summary>
internal static class EmbeddedHost
{
    /// <param name="options">How it is set up.</param>
    /// <param name="node">What its actors share.</param>
    /// <param name="join">A member of an existing cluster; null: a cluster of its own.</param>
    public static IHost Build(ActorEngineOptions options, NodeSurroundings node, Address? join)
    {
        // no defaults: an embedded engine reads no settings files and writes no console
        var settings = new HostApplicationBuilderSettings { DisableDefaults = true };
        var builder = new HostApplicationBuilder(settings);
        builder.Services.AddSingleton(options.Logging);
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddAkka("meanfield", akka => akka
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.AddLoggerFactory(options.Logging);
            })
            .WithMeanField(node, options.ComputeThreads)
            .WithRemoting("127.0.0.1", 0)
            .WithClustering(new ClusterOptions { LogInfo = false })
            .AddHocon(options.Hocon, HoconAddMode.Prepend)
            .AddStartup(async (system, _) =>
            {
                var cluster = Akka.Cluster.Cluster.Get(system);
                await cluster.JoinAsync(join ?? cluster.SelfAddress);
            }));
        return builder.Build();
    }

    /// <summary>Leaves signals to the program that embeds the engine.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
