using System.Collections.Immutable;
using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>Solves the dynamics of two norms, refining points, nodes and steps until the risk stands
/// still.</summary>
public sealed class TwoNormSolver(TwoNormProblem problem, ObserveSpec observe, double tolerance = 1e-3)
    : IReferenceSolver
{
    // what a point of no mass may err
    private const double TailShare = 1e-4;

    public string Name => problem.Common.InfiniteDimension
        ? "distributional dynamics of two norms, d = ∞"
        : $"distributional dynamics of two norms, d = {problem.SignalDimension} + {problem.RestDimension}";

    public int Order => DormandPrince.Order;

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default) =>
        Refinement.UntilStill(
            this, tolerance, TwoNormStart.Levels - 1, level => SolveAt(level, times, cancellation));

    private ImmutableArray<ReferencePoint> SolveAt(
        int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var (state, masses) = TwoNormStart.Of(problem, level);
        var dynamics = problem.Dynamics(level, masses);
        var integrator = new AdaptiveIntegrator(dynamics.Velocity, Math.ScaleB(1e-5, -3 * level));
        double[] weights = [.. masses.Select(mass => mass + TailShare / masses.Length)];
        integrator.Resize([.. weights, .. weights]);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var next = ElapsedTime.At(problem.Common.Schedule, time);
            Advance(integrator, state, next - elapsed, cancellation);
            elapsed = next;
            points.Add(PointAt(time, dynamics, state));
        }
        return points.MoveToImmutable();
    }

    private static void Advance(
        AdaptiveIntegrator integrator, double[] state, double duration, CancellationToken cancellation)
    {
        for (var elapsed = 0.0; elapsed < duration;)
        {
            cancellation.ThrowIfCancellationRequested();
            var step = integrator.Step(state, duration - elapsed);
            elapsed = step < duration - elapsed ? elapsed + step : duration;
            if (RadialDynamics.ClampToOrigin(state))
                integrator.Forget();
        }
    }

    private ReferencePoint PointAt(double time, TwoNormDynamics dynamics, double[] state)
    {
        var laws = TwoNormLaws.Of(state, dynamics.Masses);
        return new ReferencePoint
        {
            Time = time,
            Risk = dynamics.Risk(state),
            Columns = new TwoNormColumns(problem, observe).Of(laws),
            WeightNorm = laws.Whole,
        };
    }
}
