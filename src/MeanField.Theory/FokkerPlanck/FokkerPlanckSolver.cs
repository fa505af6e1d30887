using System.Collections.Immutable;
using MeanField.Theory.Activations;
using MeanField.Theory.Radial;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Solves the noisy dynamics of one weight, refining cells and steps until the risk stands
/// still.</summary>
public sealed class FokkerPlanckSolver(
    LineProblem problem, ScheduleSpec schedule, ObserveSpec observe, double tolerance = 5e-4)
    : IReferenceSolver
{
    private const int Refinements = 3;
    private const int CoarseCells = 160;
    private const double CoarseStep = 0.01;
    private const double Deviations = 7;
    private const double Negligible = 1e-10;
    private const int LongestLine = 64;

    public string Name => "Fokker–Planck equation in one dimension";

    public int Order => 1;

    public static ReferenceChoice Choose(ExperimentSpec spec) => LineProblem.Obstacle(spec) is { } obstacle
        ? new(null, $"Fokker–Planck: {obstacle}")
        : new(
            new FokkerPlanckSolver(LineProblem.Of(spec), spec.Training.Schedule, spec.Observe),
            "one noisy weight per neuron: its law obeys the nonlinear Fokker–Planck equation on the line");

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default) =>
        Refinement.UntilStill(
            this, tolerance, Refinements, level => SolveAt(level, times, cancellation));

    private ImmutableArray<ReferencePoint> SolveAt(
        int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var end = ElapsedTime.At(schedule, times.DefaultIfEmpty(0).Max());
        var reach = ReachWithoutForce(end);
        // the same width of cells on longer and longer lines
        for (var length = 1; length <= LongestLine; length *= 2)
        {
            var grid = new LineGrid(length * reach, length * (CoarseCells << level));
            if (SolveOn(grid, level, times, cancellation) is { } points)
                return points;
        }
        throw new ReferenceToleranceException($"{Name}: mass leaves the line", LongestLine, 1);
    }

    /// <summary>Null where mass arrives at an end of the line.</summary>
    private ImmutableArray<ReferencePoint>? SolveOn(
        LineGrid grid, int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var law = new LineFokkerPlanck(problem, grid);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var gap = ElapsedTime.At(schedule, time) - elapsed;
            // a step's error goes with its length, a cell's with the square of its width
            var steps = (int)Math.Ceiling(gap / Math.ScaleB(CoarseStep, -2 * level));
            for (var k = 0; k < steps; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                law.Step(gap / steps);
            }
            elapsed += gap;
            if (law.Masses[0] + law.Masses[^1] > Negligible)
                return null;
            points.Add(PointAt(time, law, grid));
        }
        return points.MoveToImmutable();
    }

    // √variance of the Ornstein–Uhlenbeck law that decay and noise alone would make
    private double ReachWithoutForce(double elapsed)
    {
        var rate = 4 * problem.WeightDecay;
        var saturation = rate * elapsed < 1e-12 ? elapsed : (1 - Math.Exp(-rate * elapsed)) / rate;
        var variance = LineStart.Spread(problem.Start) + 2 * problem.Diffusion * saturation;
        return 1 + LineStart.Furthest(problem.Start) + Deviations * Math.Sqrt(variance);
    }

    private ReferencePoint PointAt(double time, LineFokkerPlanck law, LineGrid grid)
    {
        var norm = NormOf(law.Masses, grid);
        return new ReferencePoint
        {
            Time = time,
            Risk = law.Risk,
            Columns =
            [
                .. RadialColumns.OfNorm(norm),
                .. observe.TestFunctions.Where(test => test.Of is "w1" or "weightNorm").Select(
                    test => new NamedValue(test.Name, MeanOf(test, law.Masses, grid))),
            ],
            WeightNorm = norm,
        };
    }

    // a cell and its mirror image have one norm
    private static NormLaw NormOf(double[] masses, LineGrid grid)
    {
        var half = Enumerable.Range(grid.Cells / 2, grid.Cells / 2).ToArray();
        return NormLaw.OfCloud(
            [.. half.Select(grid.Center)],
            [.. half.Select(i => masses[i] + masses[grid.Cells - 1 - i])]);
    }

    private static double MeanOf(TestFunctionSpec test, double[] masses, LineGrid grid)
    {
        var f = TestFunction.Of(test.Kind);
        return masses.Select((mass, i) =>
            mass * f(test.Scale * (test.Of == "w1" ? grid.Center(i) : Math.Abs(grid.Center(i))))).Sum();
    }
}
