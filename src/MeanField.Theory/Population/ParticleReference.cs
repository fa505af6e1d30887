using System.Collections.Immutable;
using MeanField.Theory.Integration;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Population;

/// <summary>The distributional dynamics from a start of finitely many points: their population gradient
/// flow.</summary>
/// <remarks>dθ_i/dτ = g · rate · E[(y − f)∇σ*(x; θ_i)] − 2λ θ_i, which is exact for a ρ₀ made of point
/// masses.</remarks>
public sealed class ParticleReference : IReferenceSolver
{
    private const double Tolerance = 1e-7;
    private const double RiskTolerance = 2e-3;

    private readonly ExperimentSpec _spec;

    private ParticleReference(ExperimentSpec spec) => _spec = spec;

    public string Name => "interacting particles, population gradient";

    public int Order => DormandPrince.Order;

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"interacting particles: {obstacle}")
        : new(
            new ParticleReference(spec),
            "the start is a sum of point masses, whose population gradient flow is the limit itself");

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default)
    {
        var coarse = SolveWith(0.7, 32 * Tolerance, times, cancellation);
        var fine = SolveWith(1, Tolerance, times, cancellation);
        var change = coarse.Zip(fine, (c, f) => Math.Abs(c.Risk - f.Risk)).DefaultIfEmpty(0).Max();
        return change <= RiskTolerance
            ? new ReferenceSolution(Name, Order, change, fine)
            : throw new ReferenceToleranceException(Name, change, RiskTolerance);
    }

    private ImmutableArray<ReferencePoint> SolveWith(
        double refinement, double tolerance, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var field = FieldEvaluator.FieldOf(_spec, refinement);
        var state = ParticleStart.Of(_spec.Network);
        var flow = new ParticleFlow(field, Factors(), _spec.Training.WeightDecay);
        var integrator = new AdaptiveIntegrator(flow.Velocity, tolerance);
        integrator.Resize([.. Enumerable.Repeat(1.0, state.Length)]);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var next = ElapsedTime.At(_spec.Training.Schedule, time);
            integrator.Advance(state, next - elapsed, cancellation);
            elapsed = next;
            points.Add(PointAt(time, field, state));
        }
        return points.MoveToImmutable();
    }

    private ReferencePoint PointAt(double time, PopulationField field, double[] state)
    {
        var dimension = WeightDimension;
        var norms = state.Chunk(field.Length)
            .Select(theta => Math.Sqrt(theta.Take(dimension).Sum(w => w * w))).ToArray();
        var law = NormLaw.OfAtoms(norms, [.. norms.Select(_ => 1.0 / norms.Length)]);
        return new ReferencePoint
        {
            Time = time,
            Risk = field.Risk(state),
            Columns = RadialColumns.OfNorm(law),
            WeightNorm = law,
        };
    }

    private int WeightDimension => ParticleStart.Rows(_spec.Network.Weights.Initial)[0].Length;

    private double[] Factors()
    {
        var (training, rates) = (_spec.Training, _spec.Training.Rates);
        return new NeuronLayout(_spec.Network, WeightDimension).PerParameter(
            training.GradientFactor * rates.Weights,
            training.GradientFactor * rates.Amplitude,
            training.GradientFactor * rates.Bias);
    }

    private static string? Obstacle(ExperimentSpec spec) => spec.Training.InverseTemperature is not null
        ? "the dynamics are noisy"
        : ParticleStart.Obstacle(spec.Network) ?? FieldEvaluator.Obstacle(spec);
}
