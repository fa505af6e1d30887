namespace MeanField.Protocol;

/// <summary>Where in a run a message belongs; what is stale by its stamp is ignored.</summary>
/// <param name="Run">Which run.</param>
/// <param name="Epoch">The coordinator's incarnation: a restarted coordinator has a larger one.</param>
/// <param name="Round">Counts the coordinator's questions within the epoch; a repeated question keeps its
/// number.</param>
/// <param name="Step">k, the step whose state θ^k is asked about.</param>
public readonly record struct RoundStamp(RunId Run, long Epoch, long Round, long Step)
{
    /// <summary>Of the same round: equal but for what a round implies.</summary>
    public bool IsSameRound(in RoundStamp other) => Epoch == other.Epoch && Round == other.Round;

    public bool IsBefore(in RoundStamp other) =>
        Epoch < other.Epoch || (Epoch == other.Epoch && Round < other.Round);
}
