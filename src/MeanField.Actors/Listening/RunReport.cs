using MeanField.Protocol;

namespace MeanField.Actors.Listening;

/// <summary>How a run ended, when all of its events had been taken.</summary>
/// <param name="Ending">Completed, interrupted (it may be resumed from its signals) or failed.</param>
/// <param name="Steps">Steps whose signals are recorded.</param>
/// <param name="Ledger">Messages, bytes and time.</param>
public sealed record RunReport(RunEnding Ending, long Steps, CommunicationLedger Ledger);
