using MeanField.Actors.Clients;
using MeanField.Cli.Running;
using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Cli.Clients;

/// <summary>A run that a cluster computes, as this process hears of it.</summary>
internal sealed class ClusterRun(ClusterClient client, RunId run) : IEngine
{
    public Lab.Communication.CommunicationLedger Ledger { get; private set; } =
        Lab.Communication.CommunicationLedger.Empty;

    public async Task RunAsync(Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation)
    {
        var report = await client.ListenAsync(run, EventCursor.Start, sink, cancellation);
        Ledger = LedgerOfActors.Translate(report.Ledger);
    }
}
