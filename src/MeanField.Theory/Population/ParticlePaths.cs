using System.Collections.Immutable;
using MeanField.Theory.Integration;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.Population;

/// <summary>The population gradient flow of one cloud of particles, at the asked times.</summary>
/// <param name="spec">The experiment.</param>
/// <param name="field">What moves and measures the cloud.</param>
/// <param name="tolerance">Of a time step.</param>
public sealed class ParticlePaths(ExperimentSpec spec, ParticleField field, double tolerance)
{
    /// <param name="start">count × D; moved on.</param>
    /// <param name="times">Ascending.</param>
    /// <param name="atoms">The particles are the law, not a sample of it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public ImmutableArray<ReferencePoint> Of(
        double[] start, IReadOnlyList<double> times, bool atoms, CancellationToken cancellation)
    {
        var flow = ParticleFlow.Of(spec, field.Drift);
        var integrator = new AdaptiveIntegrator(flow.Velocity, tolerance);
        integrator.Resize([.. Enumerable.Repeat(1.0, start.Length)]);
        var columns = new NeuronColumns(spec, field.Drift.Layout);
        var points = ImmutableArray.CreateBuilder<ReferencePoint>(times.Count);
        var elapsed = 0.0;
        foreach (var time in times)
        {
            var next = ElapsedTime.At(spec.Training.Schedule, time);
            integrator.Advance(start, next - elapsed, cancellation);
            elapsed = next;
            var law = WeightedNeurons.Equal(field.Drift.Layout.Length, [.. start]);
            points.Add(new ReferencePoint
            {
                Time = time,
                Risk = field.Measure.Risk(start),
                Columns = columns.Of(law),
                WeightNorm = columns.NormOf(law, atoms),
            });
        }
        return points.MoveToImmutable();
    }
}
