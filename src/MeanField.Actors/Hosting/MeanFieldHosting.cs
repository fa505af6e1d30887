using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using MeanField.Actors.Combining;
using MeanField.Actors.Coordination;
using MeanField.Actors.Shards;

namespace MeanField.Actors.Hosting;

/// <summary>Makes an actor system a member that can hold shards and coordinators of runs.</summary>
internal static class MeanFieldHosting
{
    public static AkkaConfigurationBuilder WithMeanField(
        this AkkaConfigurationBuilder builder,
        NodeSurroundings node,
        int computeThreads) => builder
            .AddHocon(Configuration(), HoconAddMode.Prepend)
            .AddHocon($"meanfield.compute-dispatcher.dedicated-thread-pool.thread-count = {computeThreads}",
                HoconAddMode.Prepend)
            .WithActors((system, registry) => registry.Register<NodeCombiners>(
                system.ActorOf(Props.Create(() => new NodeCombiners(node)), NodeCombiners.Name)))
            .WithShardRegion<NeuronShard>("shards", (_, registry, _) => _ => OnCompute(
                Props.Create(() => new NeuronShard(node, registry.Get<NodeCombiners>()))),
                RunRouting.Shards, new ShardOptions { HandOffStopMessage = Move.Instance })
            .WithShardRegion<RunCoordinator>("runs", (_, registry, _) => _ => OnCompute(
                Props.Create(() => new RunCoordinator(node, registry.Get<NeuronShard>()))),
                RunRouting.Runs, new ShardOptions());

    private static Props OnCompute(Props props) => props.WithDispatcher(Dispatchers.Compute);

    private static string Configuration()
    {
        using var stream = typeof(MeanFieldHosting).Assembly.GetManifestResourceStream("meanfield.conf")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
