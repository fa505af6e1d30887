using System.Collections.Immutable;
using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Listening;

/// <summary>What a client wants to have run.</summary>
/// <param name="Run">A new name.</param>
/// <param name="Title">What its owner calls it.</param>
/// <param name="Specification">Its text.</param>
/// <param name="Shards">Into how many shards; 0: as suits the cluster.</param>
/// <param name="ObserveFrom">Observed steps before this one are not measured.</param>
/// <param name="KnownSignals">Of the first steps, from a run before.</param>
/// <param name="IsBound">Whether the run ends with its client.</param>
internal sealed record Engagement(
    RunId Run,
    string Title,
    SpecificationText Specification,
    int Shards,
    long ObserveFrom,
    ReadOnlyMemory<double> KnownSignals,
    bool IsBound)
{
    public Submission.Submit Submission => new(
        Run,
        Title,
        Specification.Fingerprint,
        Specification.Length,
        Shards,
        KnownSignals.Length,
        ObserveFrom,
        IsBound);

    /// <summary>What the coordinator asks of its client; null where it is something else.</summary>
    public IWireMessage? Serve(IWireMessage request) => request switch
    {
        Transfers.GetSpecification wanted => Specification.Serve(wanted.Run, wanted.Offset),
        Transfers.GetSignals wanted => Serve(wanted),
        _ => null,
    };

    private Transfers.SignalsServed Serve(Transfers.GetSignals request)
    {
        var first = (int)Math.Clamp(request.FirstValue, 0, KnownSignals.Length);
        var most = Math.Min(Transfers.PieceValues, KnownSignals.Length - first);
        var piece = KnownSignals.Slice(first, Math.Clamp(request.Count, 0, most));
        return new(Run, request.Epoch, first, ImmutableArray.Create(piece.Span));
    }
}
