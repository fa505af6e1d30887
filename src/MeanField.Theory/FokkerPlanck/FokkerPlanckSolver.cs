using System.Collections.Immutable;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Solves noisy dynamics on cells, refining cells and steps until the risk stands still.</summary>
/// <remarks>A level halves the cells' width (order 2) and quarters the step (order 1): the error falls
/// fourfold, and is extrapolated away.</remarks>
public sealed class FokkerPlanckSolver(
    INoisyReduction reduction, ScheduleSpec schedule, double tolerance = 5e-4)
    : IReferenceSolver
{
    private const int Refinements = 3;
    private const double ErrorFall = 4;
    private const double Negligible = 1e-10;
    private const int MostStretch = 64;

    public string Name => reduction.Name;

    public int Order => 1;

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default) =>
        Refinement.UntilStill(
            this, tolerance, Refinements, level => Level(level, times, cancellation), ErrorFall);

    /// <summary>The solution of one level of refinement, nothing extrapolated.</summary>
    public ImmutableArray<ReferencePoint> Level(
        int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var end = ElapsedTime.At(schedule, times.DefaultIfEmpty(0).Max());
        for (var stretch = 1; stretch <= MostStretch; stretch *= 2)
            if (SolveOn(reduction.Begin(level, stretch, end), level, times, cancellation) is { } points)
                return points;
        throw new ReferenceToleranceException($"{Name}: mass leaves the cells", MostStretch, 1);
    }

    /// <summary>Null where mass arrives at an outer cell.</summary>
    private ImmutableArray<ReferencePoint>? SolveOn(
        CellLaw law, int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var gap = ElapsedTime.At(schedule, time) - elapsed;
            // a step's error goes with its length, a cell's with the square of its width; four times as many
            // steps in every gap, however short, or the error would not fall as it is extrapolated
            var steps = (int)Math.Ceiling(gap / reduction.CoarseStep) << (2 * level);
            for (var k = 0; k < steps; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                law.Step(gap / steps);
            }
            elapsed += gap;
            if (law.Problem.Cells.Escaped(law.Masses) > Negligible)
                return null;
            points.Add(reduction.Describe(time, law));
        }
        return points.MoveToImmutable();
    }
}
