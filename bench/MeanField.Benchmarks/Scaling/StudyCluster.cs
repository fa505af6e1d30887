using MeanField.Actors;
using MeanField.Actors.Hosting;
using MeanField.Benchmarks.Workloads;
using MeanField.Cli.Nodes;
using MeanField.Cli.Workers;
using MeanField.Core.Specification;
using MeanField.Protocol;
using Serilog.Core;

namespace MeanField.Benchmarks.Scaling;

/// <summary>
/// This process and workers beside it, made as <c>meanfield run --nodes</c> makes them, for many runs one after
/// another.
/// </summary>
internal sealed class StudyCluster : IAsyncDisposable
{
    private readonly ActorEngine _engine;
    private readonly Workforce _workers;
    private readonly string _checkpoints;
    private int _runs;

    private StudyCluster(ActorEngine engine, Workforce workers, string checkpoints) =>
        (_engine, _workers, _checkpoints) = (engine, workers, checkpoints);

    public static async Task<StudyCluster> StartAsync(int processes, int threadsOfEach)
    {
        var engine = await ActorEngine.StartAsync(
            new ActorEngineOptions { ComputeThreads = threadsOfEach, Identity = Identities.OfThisProgram });
        var place = Directory.CreateTempSubdirectory("meanfield-study-").FullName;
        var workers = new Workforce(
            processes - 1,
            () => WorkerProcess.Start(engine.Address, threadsOfEach, place, Logger.None),
            new(Logger.None),
            TimeProvider.System);
        var cluster = new StudyCluster(engine, workers, place);
        var here = await engine.WaitForShardHoldersAsync(processes, TimeSpan.FromMinutes(2), default);
        if (here == processes)
            return cluster;
        await cluster.DisposeAsync();
        throw new InvalidOperationException($"{here} of {processes} processes came.");
    }

    public Task<ActorTiming> MeasureAsync(StudyCell cell, double seconds) =>
        MeasureAsync(cell.Spec(seconds), cell.Shards);

    public Task<ActorTiming> MeasureAsync(ExperimentSpec spec, int shards) =>
        ActorRate.MeasureAsync(_engine, spec, new() { Shards = shards, Run = NextRun() });

    public async ValueTask DisposeAsync()
    {
        await _workers.DisposeAsync();
        await _engine.DisposeAsync();
        Directory.Delete(_checkpoints, recursive: true);
    }

    /// <summary>
    /// A name whose shards fall into the same groups as those of all runs before: these are spread evenly once, and stay
    /// where they are.
    /// </summary>
    private RunId NextRun()
    {
        while (true)
        {
            var name = $"study-{_runs++}";
            if (RunRouting.Shards.ShardId($"{name}/0", null) == "0")
                return new(name);
        }
    }
}
