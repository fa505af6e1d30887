using System.Collections.Immutable;
using Akka.Actor;
using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Listening;

/// <summary>What a client wants to have run.</summary>
internal sealed record Engagement(
    RunId Run,
    IActorRef RunRegion,
    string Specification,
    int Shards,
    long ObserveFrom,
    ReadOnlyMemory<double> KnownSignals)
{
    public Submission.Submit Submission(SpecificationText text, IActorRef listener) =>
        new(Run, text.Fingerprint, text.Length, Shards, KnownSignals.Length, ObserveFrom, listener);

    public Transfers.SignalsServed Serve(Transfers.GetSignals request)
    {
        var first = (int)Math.Clamp(request.FirstValue, 0, KnownSignals.Length);
        var most = Math.Min(Transfers.PieceValues, KnownSignals.Length - first);
        var piece = KnownSignals.Slice(first, Math.Clamp(request.Count, 0, most));
        return new(Run, request.Epoch, first, ImmutableArray.Create(piece.Span));
    }
}
