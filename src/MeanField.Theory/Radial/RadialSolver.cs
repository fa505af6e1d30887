using System.Collections.Immutable;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Radial;

/// <summary>Solves the radial dynamics, refining nodes and steps until the risk stands still.</summary>
public sealed class RadialSolver(RadialProblem problem, ObserveSpec observe, double tolerance = 1e-5)
    : IReferenceSolver
{
    private const int Refinements = 3;

    public string Name => problem.InfiniteDimension
        ? "radial distributional dynamics, d = ∞"
        : $"radial distributional dynamics, d = {problem.Dimension}";

    public int Order => DormandPrince.Order;

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default)
    {
        var solution = Refinement.UntilStill(
            this, tolerance, Refinements, level => SolveAt(level, times, cancellation));
        return solution with { Points = WithFluctuations(solution.Points, times, cancellation) };
    }

    private ImmutableArray<ReferencePoint> WithFluctuations(
        ImmutableArray<ReferencePoint> points, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var fluctuations = RadialFluctuation.Of(problem, times, cancellation);
        return [.. points.Zip(fluctuations, (point, size) => point with { RiskFluctuation = size })];
    }

    private ImmutableArray<ReferencePoint> SolveAt(
        int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var flow = new RadialFlow(problem, level);
        var columns = new RadialColumns(problem, observe);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var next = ElapsedTime.At(problem.Schedule, time);
            flow.Advance(next - elapsed, cancellation);
            elapsed = next;
            var law = flow.Norms.Law();
            points.Add(new ReferencePoint
            {
                Time = time,
                Risk = flow.Risk,
                Columns = columns.Of(law),
                WeightNorm = law,
            });
        }
        return points.MoveToImmutable();
    }
}
