using MeanField.Actors;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Lab.Communication;
using Microsoft.Extensions.Logging;

namespace MeanField.Cli.Running;

/// <summary>The actor engine on an embedded cluster of one.</summary>
internal sealed class ActorRun(Experiment experiment, int shards, ILoggerFactory loggers, TimeProvider clock) : IEngine
{
    public CommunicationLedger Ledger { get; private set; } = CommunicationLedger.Empty;

    public async Task RunAsync(
        Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation)
    {
        var options = new ActorEngineOptions { Logging = loggers, Clock = clock };
        await using var engine = await ActorEngine.StartAsync(new ExperimentSource(), options, cancellation);
        var report = await engine.RunAsync(
            SpecificationJson.Write(experiment.Spec, indented: false),
            new ExperimentWorkload(experiment),
            new RunOptions { Shards = shards, KnownSignals = known.Signals, ObserveFrom = known.ObserveFrom },
            sink,
            cancellation);
        Ledger = LedgerOfActors.Translate(report.Ledger);
    }
}
