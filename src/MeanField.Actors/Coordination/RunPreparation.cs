using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// What a coordinator fetches from the listener before it begins: the specification, and known signals.
/// </summary>
internal sealed class RunPreparation(Submission.Submit submission, bool hasWorkload)
{
    private readonly SpecificationInbox _specification = new(submission.SpecificationBytes);

    public Submission.Submit Submission => submission;

    public SignalJournal Known { get; } = new();

    public bool HasText => _specification.IsComplete;

    public string Text => _specification.Text;

    public bool IsComplete => (hasWorkload || HasText) && Known.Count == submission.KnownValues;

    /// <summary>What to ask for now; to be asked again after a while.</summary>
    public IWireMessage Next => !hasWorkload && !HasText
        ? new Transfers.GetSpecification(submission.Run, _specification.Offset)
        : new Transfers.GetSignals(submission.Run, 0, Known.Count, Transfers.PieceValues);

    public void Accept(Transfers.SpecificationServed served) => _specification.Accept(served);

    public void Accept(Transfers.SignalsServed served)
    {
        if (served.FirstValue == Known.Count)
            Known.Append(served.Values.AsSpan());
    }
}
