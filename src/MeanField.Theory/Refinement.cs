using System.Collections.Immutable;

namespace MeanField.Theory;

/// <summary>Solves at finer and finer levels until the risk stands still.</summary>
internal static class Refinement
{
    /// <exception cref="ReferenceToleranceException">It still moves at the last level.</exception>
    public static ReferenceSolution UntilStill(
        IReferenceSolver solver,
        double tolerance,
        int levels,
        Func<int, ImmutableArray<ReferencePoint>> solve)
    {
        var coarse = solve(0);
        var change = double.PositiveInfinity;
        for (var level = 1; level <= levels; level++)
        {
            var fine = solve(level);
            change = coarse.Zip(fine, (c, f) => Math.Abs(c.Risk - f.Risk)).DefaultIfEmpty(0).Max();
            if (change <= tolerance)
                return new(solver.Name, solver.Order, change, fine);
            coarse = fine;
        }
        throw new ReferenceToleranceException(solver.Name, change, tolerance);
    }
}
