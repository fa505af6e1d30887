using MeanField.Actors;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Lab.Communication;
using Microsoft.Extensions.Logging;

namespace MeanField.Cli.Running;

/// <summary>The actor engine on an embedded cluster of one.</summary>
internal sealed class ActorRun(ExperimentSpec spec, int shards, ILoggerFactory loggers, TimeProvider clock) : IEngine
{
    public CommunicationLedger Ledger { get; private set; } = CommunicationLedger.Empty;

    public async Task RunAsync(Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation)
    {
        var setup = new ActorEngineOptions { Logging = loggers, Clock = clock };
        await using var engine = await ActorEngine.StartAsync(setup, cancellation);
        var options = new RunOptions { Shards = shards, KnownSignals = known.Signals, ObserveFrom = known.ObserveFrom };
        var report = await engine.RunAsync(spec, options, sink, cancellation);
        Ledger = LedgerOfActors.Translate(report.Ledger);
    }
}
