using Akka.Actor;
using Akka.Hosting;
using MeanField.Actors.Checkpoints;
using MeanField.Actors.Coordination;
using MeanField.Actors.Hosting;
using MeanField.Actors.Listening;
using MeanField.Actors.Shards;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeanField.Actors;

/// <summary>Runs experiments on a cluster of one member in this process; several at once if asked.</summary>
public sealed class ActorEngine : IAsyncDisposable
{
    private readonly ActorEngineOptions _options;
    private readonly NodeSurroundings _node;
    private readonly IHost _host;

    private ActorEngine(ActorEngineOptions options, NodeSurroundings node, IHost host) =>
        (_options, _node, _host) = (options, node, host);

    internal ActorSystem System => _host.Services.GetRequiredService<ActorSystem>();

    /// <summary>An engine for experiments.</summary>
    public static Task<ActorEngine> StartAsync(
        ActorEngineOptions? options = null,
        CancellationToken cancellation = default) =>
        StartAsync(new ExperimentSource(), options, cancellation);

    /// <summary>An engine for whatever the source makes of a specification.</summary>
    public static Task<ActorEngine> StartAsync(
        IWorkloadSource workloads,
        ActorEngineOptions? options = null,
        CancellationToken cancellation = default) => StartAsync(workloads, options, null, cancellation);

    /// <summary>As a further member of a cluster.</summary>
    internal static async Task<ActorEngine> StartAsync(
        IWorkloadSource workloads,
        ActorEngineOptions? options,
        Address? join,
        CancellationToken cancellation)
    {
        options ??= new();
        var checkpoints = options.Checkpoints is { } chosen
            ? new CheckpointStore(chosen, options.Clock, options.Logging)
            : null;
        var node = new NodeSurroundings(
            new(workloads), options.Link, options.Clock, options.Tick, checkpoints);
        var host = EmbeddedHost.Build(options, node, join);
        await host.StartAsync(cancellation);
        return new(options, node, host);
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
    /// Runs a specification to its end, feeding the sink one event at a time; the run waits for a slow
    /// sink. When cancelled it stops where it stands, delivers what is recorded and reports an interrupted
    /// run; it throws only what the sink threw.
    /// </summary>
    public Task<RunReport> RunAsync(
        string specification,
        IWorkload workload,
        RunOptions options,
        Func<RunEvent, ValueTask> sink,
        CancellationToken cancellation = default)
    {
        var run = options.Run ?? new RunId($"run-{Guid.CreateVersion7():N}");
        _node.Shelf.Put(run, specification, workload);
        var registry = _host.Services.GetRequiredService<IActorRegistry>();
        var engagement = new Engagement(
            run,
            registry.Get<RunCoordinator>(),
            specification,
            options.ShardsFor(workload.Model, _options.ComputeThreads),
            options.ObserveFrom,
            options.KnownSignals);
        return new Attendance(System, _node, engagement).RunAsync(sink, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
