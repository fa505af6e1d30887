using MeanField.Theory.Potentials;
using MeanField.Theory.Radial;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>The norm of noisy weights on the two isotropic Gaussians: exact for every d.</summary>
public sealed class RadialReduction(ExperimentSpec spec) : INoisyReduction
{
    private const int CoarseCells = 200;
    private const int CoarseNodes = 24;

    private readonly RadialProblem _problem = RadialReference.ProblemOf(spec);

    public string Name => $"radial Fokker–Planck equation, d = {_problem.Dimension}";

    public double CoarseStep => 0.01;

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"radial Fokker–Planck: {obstacle}")
        : new(
            new FokkerPlanckSolver(new RadialReduction(spec), spec.Training.Schedule),
            "data, initial law and noise are invariant under rotations: the law of |w| obeys a Fokker–Planck "
            + "equation with the drift (d − 1)/r of the noise");

    /// <summary>Why the reduction does not apply; null where it does.</summary>
    public static string? Obstacle(ExperimentSpec spec)
    {
        if (spec.Training.InverseTemperature is null)
            return "the dynamics are noiseless";
        return spec.Data is IsotropicGaussiansData
            ? RadialReference.InvarianceObstacle(spec)
            : "the data are not the two isotropic Gaussians";
    }

    /// <summary>The law at the start on a grid.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="nodes">For |x| in either class.</param>
    public CellLaw On(RadialGrid grid, int nodes)
    {
        var (data, profile) = (_problem.Data(nodes), _problem.Profile(4 * nodes));
        double[][] values = [.. data.Norms.Select(norm => Enumerable.Range(0, grid.Count)
            .Select(i => profile.Value(norm * grid.Center(i))).ToArray())];
        return new(
            NoisyTerms.Of(spec).On(grid, CellModes.Of(values, data.Targets, data.Weights, 0)),
            Masses(grid));
    }

    public CellLaw Begin(int level, int stretch, double elapsed)
    {
        var d = _problem.Dimension;
        var (terms, start) = (NoisyTerms.Of(spec), _problem.Start());
        var variance = start is RadialStart.Point ? 0 : Math.Pow(Scale, 2) / d;
        // |w| of N(0, s²I) is about s√d, and as far from it as a coordinate from 0
        var deviation = terms.Deviation(variance, elapsed);
        var reach = terms.Reach(start is RadialStart.Point ? start.High : 0, variance, elapsed)
            + Math.Sqrt(d) * deviation;
        return On(
            new RadialGrid(d, stretch * reach, stretch * (CoarseCells << level)), CoarseNodes + 8 * level);
    }

    public ReferencePoint Describe(double time, CellLaw law)
    {
        var grid = (RadialGrid)law.Problem.Cells;
        var norm = NormLaw.OfCloud([.. Enumerable.Range(0, grid.Count).Select(grid.Center)], law.Masses);
        return new ReferencePoint
        {
            Time = time,
            Risk = law.Risk,
            Columns = new RadialColumns(_problem, spec.Observe).Of(norm),
            WeightNorm = norm,
        };
    }

    public WeightedNeurons? Neurons(CellLaw law) => null;

    private double Scale => spec.Network.Weights.Initial is GaussianWeights gaussian ? gaussian.Scale : 0;

    private double[] Masses(RadialGrid grid)
    {
        var masses = new double[grid.Count];
        if (_problem.Start() is RadialStart.Gaussian gaussian)
        {
            for (var i = 0; i < masses.Length; i++)
                masses[i] = Math.Max(0, gaussian.Level(grid.Edge(i + 1)) - gaussian.Level(grid.Edge(i)));
        }
        else
        {
            var scaled = _problem.Start().Low / grid.Width - 0.5;
            var cell = Math.Clamp((int)Math.Floor(scaled), 0, masses.Length - 2);
            var share = Math.Clamp(cell + 1 - scaled, 0, 1);
            (masses[cell], masses[cell + 1]) = (share, 1 - share);
        }
        var total = masses.Sum();
        return [.. masses.Select(mass => mass / total)];
    }
}
