using System.Collections.Immutable;

namespace MeanField.Theory;

/// <summary>Solves at finer and finer levels until the risk stands still.</summary>
internal static class Refinement
{
    /// <param name="solver">Whose solution it is.</param>
    /// <param name="tolerance">Of the error of the risk.</param>
    /// <param name="levels">How many there are beside the first.</param>
    /// <param name="solve">Solves at a level.</param>
    /// <param name="errorFall">A known factor by which a level lowers the error, which is then extrapolated
    /// away (Richardson); 0 where none is known.</param>
    /// <remarks>The error is the last change; of an extrapolated solution, that or what the extrapolation
    /// itself changed, which is the error without it.</remarks>
    /// <exception cref="ReferenceToleranceException">It still moves at the last level.</exception>
    public static ReferenceSolution UntilStill(
        IReferenceSolver solver,
        double tolerance,
        int levels,
        Func<int, ImmutableArray<ReferencePoint>> solve,
        double errorFall = 0)
    {
        var share = errorFall > 1 ? 1 / (errorFall - 1) : 0;
        var coarse = solve(0);
        var (best, error) = (coarse, double.PositiveInfinity);
        for (var level = 1; level <= levels; level++)
        {
            var fine = solve(level);
            var previous = best;
            best = share > 0 ? [.. coarse.Zip(fine, (c, f) => Extrapolate(c, f, share))] : fine;
            error = Distance(previous, best);
            if (share > 0)
                error = Math.Min(error, Distance(fine, best));
            if (error <= tolerance)
                return new(solver.Name, solver.Order, error, best);
            coarse = fine;
        }
        throw new ReferenceToleranceException(solver.Name, error, tolerance);
    }

    private static double Distance(
        ImmutableArray<ReferencePoint> one, ImmutableArray<ReferencePoint> other) =>
        one.Zip(other, (a, b) => Math.Abs(a.Risk - b.Risk)).DefaultIfEmpty(0).Max();

    private static ReferencePoint Extrapolate(ReferencePoint coarse, ReferencePoint fine, double share) =>
        fine with
        {
            Risk = fine.Risk + share * (fine.Risk - coarse.Risk),
            Columns = [.. fine.Columns.Zip(coarse.Columns, (f, c) => f with
            {
                Value = f.Value + share * (f.Value - c.Value),
            })],
        };
}
