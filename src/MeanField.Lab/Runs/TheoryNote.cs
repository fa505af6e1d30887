using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>Which infinite-width reference a run is held against, or why there is none.</summary>
/// <param name="Solver">Null where there is none.</param>
/// <param name="Order">The solver's order in time; 0 for a closed form.</param>
/// <param name="ErrorEstimate">The solver's own error of the risk.</param>
/// <param name="Reason">Why this solver, or why none.</param>
public sealed record TheoryNote(string? Solver, int Order, double ErrorEstimate, string Reason)
{
    public static TheoryNote Of(ReferenceSolution? solution, string reason) => solution is null
        ? new(null, 0, 0, reason)
        : new(solution.Solver, solution.Order, solution.ErrorEstimate, reason);
}
