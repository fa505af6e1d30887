using System.Collections.Immutable;
using MeanField.Theory;

namespace MeanField.Lab.Studies.Ensembles;

/// <summary>The infinite-width limit of an experiment, at the times asked for.</summary>
internal static class Limit
{
    public static ImmutableArray<ReferencePoint> Of(
        ExperimentSpec spec, IReadOnlyList<double> times, CancellationToken cancellation) =>
        References.Choose(spec).Solver is { } solver
            ? solver.Solve(times, cancellation).Points
            : throw new NotSupportedException($"{spec.Name} has no reference");
}
