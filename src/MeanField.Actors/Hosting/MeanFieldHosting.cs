using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using MeanField.Actors.Combining;
using MeanField.Actors.Coordination;
using MeanField.Actors.Journals;
using MeanField.Actors.Membership;
using MeanField.Actors.Register;
using MeanField.Actors.Shards;
using MeanField.Protocol;

namespace MeanField.Actors.Hosting;

/// <summary>
/// Gives an actor system what its roles promise: shards, coordinators of runs, or both; and ways to both.
/// </summary>
internal static class MeanFieldHosting
{
    public static AkkaConfigurationBuilder WithMeanField(
        this AkkaConfigurationBuilder builder, NodeSurroundings node, ActorEngineOptions options) => builder
            .AddHocon(Configuration(), HoconAddMode.Prepend)
            .AddHocon(ComputeThreads(options.ComputeThreads), HoconAddMode.Prepend)
            .WithActors((system, _) =>
            {
                system.ActorOf(Props.Create(() => new Doorkeeper(options.Identity)), Doorkeeper.Name);
                if (options.OnMembershipChange is { } tell)
                    system.ActorOf(Props.Create(() => new MembershipObserver(tell)), "membership");
            })
            .WithJournal(options.Journal)
            .WithShards(node, options.Roles)
            .WithRuns(node, options.Roles)
            .WithDesk(options);

    private static AkkaConfigurationBuilder WithShards(
        this AkkaConfigurationBuilder builder, NodeSurroundings node, NodeRoles roles) =>
        !roles.HasFlag(NodeRoles.Shards)
            ? builder.WithShardRegionProxy<NeuronShard>("shards", RoleNames.Shards, RunRouting.Shards)
            : builder
                .WithActors((system, registry) => registry.Register<NodeCombiners>(
                    system.ActorOf(Props.Create(() => new NodeCombiners(node)), NodeCombiners.Name)))
                .WithShardRegion<NeuronShard>("shards", (_, registry, _) => _ => OnCompute(
                    Props.Create(() => new NeuronShard(node, registry.Get<NodeCombiners>()))),
                    RunRouting.Shards,
                    new ShardOptions { Role = RoleNames.Shards, HandOffStopMessage = Move.Instance });

    private static AkkaConfigurationBuilder WithRuns(
        this AkkaConfigurationBuilder builder, NodeSurroundings node, NodeRoles roles) =>
        !roles.HasFlag(NodeRoles.Coordinators)
            ? builder.WithShardRegionProxy<RunCoordinator>("runs", RoleNames.Coordinators, RunRouting.Runs)
            : builder.WithShardRegion<RunCoordinator>("runs", (_, registry, _) => run => OnCompute(
                Coordinator(new(run), node, registry)),
                RunRouting.Runs, new ShardOptions { Role = RoleNames.Coordinators });

    private static AkkaConfigurationBuilder WithDesk(
        this AkkaConfigurationBuilder builder, ActorEngineOptions options) =>
        options.ServesClients
            ? builder.WithClients(options.Roles.HasFlag(NodeRoles.Coordinators), RoleNames.Coordinators)
            : builder;

    private static Props Coordinator(RunId run, NodeSurroundings node, IActorRegistry registry)
    {
        var (shards, register) = (registry.Get<NeuronShard>(), registry.Find<RunRegister>());
        return Props.Create(() => new RunCoordinator(run, node, shards, register));
    }

    private static IActorRef? Find<T>(this IActorRegistry registry) =>
        registry.TryGet<T>(out var actor) ? actor : null;

    private static Props OnCompute(Props props) => props.WithDispatcher(Dispatchers.Compute);

    private static string ComputeThreads(int threads) =>
        $"meanfield.compute-dispatcher.dedicated-thread-pool.thread-count = {threads}";

    public static string Configuration()
    {
        using var stream = typeof(MeanFieldHosting).Assembly.GetManifestResourceStream("meanfield.conf")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
