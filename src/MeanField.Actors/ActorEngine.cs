using Akka.Actor;
using Akka.Hosting;
using MeanField.Actors.Checkpoints;
using MeanField.Actors.Coordination;
using MeanField.Actors.Hosting;
using MeanField.Actors.Journals;
using MeanField.Actors.Listening;
using MeanField.Actors.Membership;
using MeanField.Actors.Shards;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeanField.Actors;

/// <summary>A member of a cluster, by default of its own, and a way to run experiments there, several at once if asked.</summary>
public sealed class ActorEngine : IAsyncDisposable
{
    private readonly ActorEngineOptions _options;
    private readonly NodeSurroundings _node;
    private readonly IHost _host;

    private ActorEngine(ActorEngineOptions options, NodeSurroundings node, IHost host) =>
        (_options, _node, _host) = (options, node, host);

    /// <summary>Where others reach this member.</summary>
    public Endpoint Address
    {
        get
        {
            var address = Akka.Cluster.Cluster.Get(System).SelfAddress;
            return new(address.Host, address.Port!.Value);
        }
    }

    /// <summary>Ends when this member is not one any more, and says why.</summary>
    public async Task<MembershipEnd> WaitForEndAsync()
    {
        await System.WhenTerminated;
        return CoordinatedShutdown.Get(System).ShutdownReason switch
        {
            CoordinatedShutdown.ClusterDowningReason => MembershipEnd.Downed,
            _ => MembershipEnd.Left,
        };
    }

    /// <summary>
    /// Waits until so many members are ready to hold shards, so that a run is shared out from its start; gives
    /// the number of those that were in time.
    /// </summary>
    public async Task<int> WaitForShardHoldersAsync(int members, TimeSpan patience, CancellationToken cancellation)
    {
        var region = _host.Services.GetRequiredService<IActorRegistry>().Get<NeuronShard>();
        var since = _options.Clock.GetTimestamp();
        while (true)
        {
            var here = await ShardHolders.CountAsync(region, cancellation);
            if (here >= members || _options.Clock.GetElapsedTime(since) > patience)
                return here;
            await Task.Delay(_options.Tick, _options.Clock, cancellation);
        }
    }

    internal CheckpointStore? Checkpoints => _node.Checkpoints;

    internal ActorSystem System => _host.Services.GetRequiredService<ActorSystem>();

    /// <summary>An engine for experiments.</summary>
    public static Task<ActorEngine> StartAsync(
        ActorEngineOptions? options = null,
        CancellationToken cancellation = default) =>
        StartAsync(new ExperimentSource(), options, cancellation);

    /// <summary>An engine for whatever the source makes of a specification; a member when it is returned.</summary>
    /// <exception cref="NodeRefusedException">The members to join are of another kind.</exception>
    /// <exception cref="NodeExpelledException">They gave this one up before it had come in.</exception>
    /// <exception cref="JournalException">The journal cannot be used.</exception>
    public static async Task<ActorEngine> StartAsync(
        IWorkloadSource workloads,
        ActorEngineOptions? options = null,
        CancellationToken cancellation = default)
    {
        options ??= new();
        var checkpoints = options.Checkpoints is { } chosen
            ? new CheckpointStore(chosen, options.Clock, options.Logging)
            : null;
        var node = new NodeSurroundings(
            new(workloads), options.Link, options.Clock, options.Tick, new(options.ComputeThreads), checkpoints)
        {
            ComputeThreads = options.ComputeThreads,
            KeepsJournals = options.Journal != JournalSettings.None,
        };
        // a journal that cannot be used is told of before anything has begun, and has its tables then
        await JournalIdentity.ReadAsync(options.Journal, cancellation);
        var host = MemberHost.Build(options, node);
        var engine = new ActorEngine(options, node, host);
        try
        {
            // the system first: what hinders it is thrown here, and not printed by the host
            _ = engine.System;
            await host.StartAsync(cancellation);
            var log = options.Logging.CreateLogger<ActorEngine>();
            await new Entrance(engine.System, options.Identity, options.Join, log).EnterAsync(cancellation);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// As <see cref="RunAsync(string, IWorkload, RunOptions, Func{RunEvent, ValueTask},
    /// CancellationToken)"/>.
    /// </summary>
    /// <exception cref="SpecificationException">The data file cannot be used.</exception>
    public Task<RunReport> RunAsync(
        ExperimentSpec specification,
        RunOptions options,
        Func<RunEvent, ValueTask> sink,
        CancellationToken cancellation = default) => RunAsync(
            SpecificationJson.Write(specification, indented: false),
            new ExperimentWorkload(Experiment.Create(specification)),
            options,
            sink,
            cancellation);

    /// <summary>
    /// Runs a specification to its end, feeding the sink one event at a time; the run does not wait for
    /// it. When cancelled it stops where it stands, delivers what is recorded and reports an interrupted
    /// run; it throws only what the sink threw.
    /// </summary>
    public Task<RunReport> RunAsync(
        string specification,
        IWorkload workload,
        RunOptions options,
        Func<RunEvent, ValueTask> sink,
        CancellationToken cancellation = default)
    {
        var run = options.Run ?? RunOptions.NewName();
        _node.Shelf.Put(run, specification, workload);
        var engagement = new Engagement(
            run,
            Title: "",
            new(specification),
            options.ShardsFor(workload.Model, _options.ComputeThreads),
            options.ObserveFrom,
            options.KnownSignals,
            IsBound: true);
        var from = new EventCursor(options.KnownSignals.Length, 0, 0, 0, false);
        var region = _host.Services.GetRequiredService<IActorRegistry>().Get<RunCoordinator>();
        return new Attendance(System, run, engagement, from, new RegionGateway(region), _node.Link)
            .RunAsync(sink, cancellation);
    }

    /// <summary>Hands over what this member holds and leaves the cluster.</summary>
    public Task LeaveAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _host.Dispose();
    }
}
