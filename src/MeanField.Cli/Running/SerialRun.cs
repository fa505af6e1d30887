using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Lab.Communication;

namespace MeanField.Cli.Running;

/// <summary>The reference engine on a thread of its own.</summary>
internal sealed class SerialRun(Experiment experiment) : IEngine
{
    public CommunicationLedger Ledger => CommunicationLedger.Empty;

    public Task RunAsync(
        Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation) =>
        Task.Factory.StartNew(
            () => new SerialEngine(experiment).Run(fact => Wait(sink(fact)), cancellation, known.Signals),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    private static void Wait(ValueTask writing)
    {
        if (!writing.IsCompletedSuccessfully)
            writing.AsTask().GetAwaiter().GetResult();
    }
}
