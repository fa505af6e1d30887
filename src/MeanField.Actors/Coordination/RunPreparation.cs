using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// What a coordinator fetches from its client before it begins: the specification, and known signals.
/// </summary>
internal sealed class RunPreparation(Submission.Submit submission, SpecificationText? shelved)
{
    private readonly SpecificationInbox? _inbox =
        shelved is null ? new(submission.SpecificationBytes) : null;

    public Submission.Submit Submission => submission;

    public RunArchive Known { get; } = new();

    public string Text => shelved?.ToString() ?? _inbox!.Text;

    public bool IsComplete => HasText && Known.Signals.Count == submission.KnownValues;

    /// <summary>What to ask for now; to be asked again after a while.</summary>
    public IWireMessage Next => HasText
        ? new Transfers.GetSignals(submission.Run, 0, Known.Signals.Count, Transfers.PieceValues)
        : new Transfers.GetSpecification(submission.Run, _inbox!.Offset);

    private bool HasText => _inbox is not { IsComplete: false };

    public void Accept(Transfers.SpecificationServed served) => _inbox?.Accept(served);

    public void Accept(Transfers.SignalsServed served)
    {
        if (served.FirstValue == Known.Signals.Count)
            Known.Signals.Append(served.Values.AsSpan());
    }
}
