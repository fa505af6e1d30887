using System.Collections.Immutable;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Comparisons;

/// <summary>
/// How far two runs are apart: the same bits, or the distances of their curves and final measures.
/// </summary>
public sealed record RunComparison
{
    /// <summary>The two runs are of one specification.</summary>
    public required bool SameSpecification { get; init; }

    /// <summary>Whether the final particles are equal bit for bit; null where a run has none yet.</summary>
    public required bool? SameFinalState { get; init; }

    /// <summary>Whether the residuals of all steps are equal bit for bit.</summary>
    public required bool SameTrajectory { get; init; }

    /// <summary>Times that both runs observed.</summary>
    public required int CommonTimes { get; init; }

    /// <summary>One for each column that both trajectories have.</summary>
    public required ImmutableArray<CurveDistance> Curves { get; init; }

    /// <summary>One for each quantity that both final measures have.</summary>
    public required ImmutableArray<MeasureDistance> Measures { get; init; }

    public static RunComparison Of(RunRecord first, RunRecord second)
    {
        var (a, b) = (first.Result, second.Result);
        var pairs = CurveDistance.CommonTimes(first.Trajectory, second.Trajectory);
        return new()
        {
            SameSpecification = first.Manifest.Fingerprint == second.Manifest.Fingerprint,
            SameFinalState = a.FinalStateHash is null || b.FinalStateHash is null
                ? null
                : a.FinalStateHash == b.FinalStateHash,
            SameTrajectory = a.TrajectoryHash == b.TrajectoryHash,
            CommonTimes = pairs.Length,
            Curves = CurveDistance.Of(first.Trajectory, second.Trajectory, pairs),
            Measures = MeasureDistance.Between(first, second),
        };
    }
}
