using MeanField.Core.Dynamics;
using MeanField.Lab.Communication;

namespace MeanField.Cli.Running;

/// <summary>What computes a run: the facts come out in order, whoever computes them.</summary>
internal interface IEngine
{
    /// <summary>What was sent, once the run is over.</summary>
    CommunicationLedger Ledger { get; }

    /// <summary>Runs to the end; once cancelled, returns with every signal so far handed on.</summary>
    Task RunAsync(Func<RunEvent, ValueTask> sink, KnownRun known, CancellationToken cancellation);
}
