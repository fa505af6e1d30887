using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Links;

/// <summary>What the ledger writes about a message.</summary>
internal static class Traffic
{
    public static (TrafficKind Kind, long PayloadBytes) Of(object message) => message switch
    {
        Rounds.Open open => open.Probe is null
            ? (TrafficKind.StepSignal, BytesOf(open.Signals) + BytesOf(open.Trial))
            : (TrafficKind.ProbeQuestion, BytesOf(open.Signals)),
        Rounds.ShardAnswered answer => (KindOf(answer.IsProbe), answer.Payload.Length),
        Rounds.NodeAnswered answer => (KindOf(answer.IsProbe), answer.Payload.Length),
        Transfers.SpecificationServed served => (TrafficKind.Specification, served.Text.Length),
        Transfers.GetSpecification => (TrafficKind.Specification, 0),
        Transfers.SignalsServed served => (TrafficKind.SignalTransfer, BytesOf(served.Values)),
        Transfers.GetSignals => (TrafficKind.SignalTransfer, 0),
        Publication.Published published => (TrafficKind.RunEvents, BytesOf(published.Event)),
        Publication.PiecePublished piece => (TrafficKind.RunEvents, piece.Encoded.Length),
        Recollection.Recalled recalled => (TrafficKind.SignalTransfer, BytesOf(recalled.Values)),
        Recollection.Recall => (TrafficKind.SignalTransfer, 0),
        Publication.INumbered or Publication.Attend => (TrafficKind.RunEvents, 0),
        Dismissal.Dismiss or Dismissal.ShardDismissed or Dismissal.NodeDismissed =>
            (TrafficKind.Dismissal, 0),
        _ => (TrafficKind.Enlisting, 0),
    };

    /// <summary>The numbers in an event; names and headers left out.</summary>
    public static long BytesOf(RunEvent runEvent) => sizeof(double) * runEvent switch
    {
        SignalsRecorded recorded => recorded.Values.Length,
        ParticlesRead read => read.Values.Length,
        MeasureObserved { Observation: var observation } =>
            4L + observation.Columns.Length + observation.Paths.Length
            + (observation.Histogram?.Counts.Length ?? 0),
        _ => 0L,
    };

    private static long BytesOf(ImmutableArray<double> values) => sizeof(double) * (long)values.Length;

    private static TrafficKind KindOf(bool isProbe) =>
        isProbe ? TrafficKind.ProbeAnswer : TrafficKind.StepSummary;
}
