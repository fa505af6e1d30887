using MeanField.Actors;
using MeanField.Actors.Checkpoints;
using MeanField.Actors.Membership;
using MeanField.Cli.Nodes;
using MeanField.Cli.Workers;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Lab.Communication;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace MeanField.Cli.Running;

/// <summary>The actor engine on an embedded cluster: this process, and workers that it starts.</summary>
internal sealed class ActorRun(
    ExperimentSpec spec, Spread spread, CheckpointOptions checkpoints, Logger logs, TimeProvider clock)
    : IEngine
{
    /// <summary>A run does not wait for ever for workers: it begins with those that are there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private volatile bool _isOver;

    public CommunicationLedger Ledger { get; private set; } = CommunicationLedger.Empty;

    public async Task RunAsync(Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation)
    {
        using var loggers = new SerilogLoggerFactory(logs);
        await using var engine = await ActorEngine.StartAsync(Setup(loggers), cancellation);
        await using var workers = new Workforce(
            spread.Nodes - 1,
            () => WorkerProcess.Start(engine.Address, spread.ThreadsOfEach, checkpoints.Directory, logs),
            new(logs),
            clock);
        if (await engine.WaitForShardHoldersAsync(spread.Nodes, Patience, cancellation) is var here && here < spread.Nodes)
            logs.Warning("The run begins with {Here} of {Nodes} processes; others may join it", here, spread.Nodes);
        var options = new RunOptions
        {
            Shards = spread.Shards,
            KnownSignals = known.Signals,
            ObserveFrom = known.ObserveFrom,
        };
        var report = await engine.RunAsync(spec, options, sink, cancellation);
        _isOver = true;
        Ledger = LedgerOfActors.Translate(report.Ledger);
    }

    private ActorEngineOptions Setup(SerilogLoggerFactory loggers) => new()
    {
        Logging = loggers,
        Clock = clock,
        ComputeThreads = spread.ThreadsOfEach,
        Checkpoints = checkpoints,
        Identity = Identities.OfThisProgram,
        OnMembershipChange = Note,
    };

    /// <summary>Once the run is over, members that go are no news.</summary>
    private void Note(MembershipChange change)
    {
        if (!_isOver && change.Kind is MembershipChangeKind.Lost)
            logs.Warning("{Member} is lost; its shards are rebuilt", change.Member);
    }
}
