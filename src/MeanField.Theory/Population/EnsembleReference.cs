using System.Collections.Immutable;
using MeanField.Theory.Integration;

namespace MeanField.Theory.Population;

/// <summary>The distributional dynamics from any start, by clouds of reference particles.</summary>
/// <remarks>
/// M particles on a shifted lattice through the quantiles of ρ₀ follow their own population gradient; the
/// mean over replicas with independent shifts is the curve. Its error is the change when M (and the samples that
/// stand for the data) double, which goes like 1/M, and two standard errors over the replicas.
/// </remarks>
public sealed class EnsembleReference : IReferenceSolver
{
    private const int Replicas = 4;
    private const int FirstSize = 32;
    private const int Levels = 4;

    // what most experiments need: better to decline at once than after the first refinement
    private const int ExpectedRefinements = 2;

    private const double StepTolerance = 1e-4;

    private readonly ExperimentSpec _spec;
    private readonly double _share;
    private readonly OperationBudget _budget;

    /// <param name="spec">An experiment without an obstacle.</param>
    /// <param name="share">Of the risk at the start: the tolerance.</param>
    /// <param name="most">Operations that it may take.</param>
    public EnsembleReference(
        ExperimentSpec spec, double share = 0.03, double most = double.PositiveInfinity)
    {
        (_spec, _share) = (spec, share);
        _budget = new OperationBudget(Name, most);
    }

    public string Name => "interacting reference particles, population gradient";

    public int Order => DormandPrince.Order;

    public static ReferenceChoice Choose(ExperimentSpec spec) => spec.Training.InverseTemperature is null
        ? new(
            new EnsembleReference(spec),
            "no reduction is known: reference particles, spread evenly over the start's law, stand for it")
        : new(null, "reference particles: the dynamics are noisy");

    /// <summary>The same solver, which refuses what takes more operations than this.</summary>
    public EnsembleReference Within(double most) => new(_spec, _share, most);

    public ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default)
    {
        // a step or more from one time to the next; afterwards as many as the first level took
        _budget.Require(Ahead(DormandPrince.Evaluations * (times.Count - 1.0), from: 0));
        var before = _budget.Spent;
        var coarse = Level(0, times, cancellation);
        var evaluations = (_budget.Spent - before) / (Replicas * PerEvaluation(0));
        _budget.Require(Ahead(evaluations, from: 1));
        var (error, tolerance) = (double.PositiveInfinity, _share * coarse.Points[0].Risk);
        for (var level = 1; level < Levels; level++)
        {
            _budget.Require(evaluations * Replicas * PerEvaluation(level));
            var fine = Level(level, times, cancellation);
            error = 2 * fine.StandardError + coarse.Points.Zip(
                fine.Points, (a, b) => Math.Abs(a.Risk - b.Risk)).DefaultIfEmpty(0).Max();
            if (error <= tolerance)
                return new(Name, Order, error, WithFluctuations(fine.Points, times, cancellation));
            coarse = fine;
        }
        throw new ReferenceToleranceException(Name, error, tolerance);
    }

    /// <summary>The mean over replicas of clouds of 32 · 2^level particles.</summary>
    public EnsembleMean Level(int level, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var size = FirstSize << level;
        var perParticle = ParticleField.OperationsPerParticle(_spec, 16 * size);
        return EnsembleMean.Of(Each(Replicas, cancellation, replica =>
        {
            var field = ParticleField.Of(_spec, samples: 16 * size, replica);
            var start = new StartLaw(_spec.Network, field.Drift.Layout);
            var cloud = start.Coordinates == 0
                ? start.At([])
                : [.. new ShiftedLattice(size, start.Coordinates).Points(replica)
                    .SelectMany(point => start.At(point))];
            return Paths(field, perParticle).Of(cloud, times, atoms: start.Coordinates == 0, cancellation);
        }));
    }

    // of the expected refinements and of the clouds whose deviation is wanted
    private double Ahead(double evaluations, int from) => evaluations
        * (IndependentClouds.Count * PerEvaluation(0)
            + Enumerable.Range(from, 1 + ExpectedRefinements - from).Sum(l => Replicas * PerEvaluation(l)));

    // of one cloud's field
    private double PerEvaluation(int level)
    {
        var size = FirstSize << level;
        return size * ParticleField.OperationsPerParticle(_spec, 16 * size);
    }

    // √M times the deviation of the risk over clouds of M independent particles
    private ImmutableArray<ReferencePoint> WithFluctuations(
        ImmutableArray<ReferencePoint> points, IReadOnlyList<double> times, CancellationToken cancellation)
    {
        var field = ParticleField.Of(_spec, samples: 16 * FirstSize, replica: 0);
        if (new StartLaw(_spec.Network, field.Drift.Layout).Coordinates == 0)
            return points;
        var perParticle = ParticleField.OperationsPerParticle(_spec, 16 * FirstSize);
        var draws = Each(IndependentClouds.Count, cancellation, draw =>
        {
            var own = ParticleField.Of(_spec, samples: 16 * FirstSize, replica: 0);
            var cloud = IndependentClouds.Draw(_spec.Network, own.Drift.Layout, FirstSize, draw);
            return Paths(own, perParticle).Of(cloud, times, atoms: false, cancellation);
        });
        var sizes = EnsembleMean.Of(draws).Deviations;
        return [.. points.Select((p, i) => p with { RiskFluctuation = Math.Sqrt(FirstSize) * sizes[i] })];
    }

    private ParticlePaths Paths(ParticleField field, double perParticle) =>
        new(_spec, _budget.Charged(field, perParticle), StepTolerance);

    private static ImmutableArray<ReferencePoint>[] Each(
        int count, CancellationToken cancellation, Func<int, ImmutableArray<ReferencePoint>> solve)
    {
        var solutions = new ImmutableArray<ReferencePoint>[count];
        try
        {
            Parallel.For(
                0,
                count,
                new ParallelOptions { CancellationToken = cancellation },
                replica => solutions[replica] = solve(replica));
        }
        catch (AggregateException failure) when (failure.InnerExceptions is [var first, ..])
        {
            throw first;
        }
        return solutions;
    }
}
