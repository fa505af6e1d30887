using MeanField.Actors.Checkpoints;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Lab.Communication;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace MeanField.Cli.Running;

/// <summary>The reference engine on a thread of its own.</summary>
internal sealed class SerialRun(
    Experiment experiment, CheckpointOptions checkpoints, Logger logs, TimeProvider clock) : IEngine
{
    public CommunicationLedger Ledger => CommunicationLedger.Empty;

    public Task RunAsync(
        Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation) =>
        Task.Factory.StartNew(
            () => Run(sink, known, cancellation),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private void Run(Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation)
    {
        using var loggers = new SerilogLoggerFactory(logs);
        var store = new CheckpointStore(checkpoints, clock, loggers);
        var engine = new SerialEngine(experiment)
        {
            Checkpoints = store.Of(experiment.Spec, experiment.Model),
            ReplayThreads = Environment.ProcessorCount,
        };
        engine.Run(fact => Wait(sink(fact)), cancellation, known.Signals, known.ObserveFrom);
    }

    private static void Wait(ValueTask writing)
    {
        if (!writing.IsCompletedSuccessfully)
            writing.AsTask().GetAwaiter().GetResult();
    }
}
