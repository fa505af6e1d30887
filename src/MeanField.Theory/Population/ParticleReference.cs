using System.Collections.Immutable;
using MeanField.Theory.Integration;

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
        ? new(null, $"given particles: {obstacle}")
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
        var drift = new SampleDescent(_spec.Network, FieldEvaluator.SamplesOf(_spec, refinement));
        var field = new ParticleField(drift, drift, "samples");
        return new ParticlePaths(_spec, field, tolerance)
            .Of(ParticleStart.Of(_spec.Network), times, atoms: true, cancellation);
    }

    private static string? Obstacle(ExperimentSpec spec)
    {
        if (spec.Training.InverseTemperature is not null)
            return "the dynamics are noisy";
        return spec.Data is FileData
            ? "the law is a table"
            : ParticleStart.Obstacle(spec.Network) ?? FieldEvaluator.Obstacle(spec);
    }
}
