using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Two trained numbers per neuron: two weights, or a weight and a bias or an amplitude.</summary>
public sealed class PlaneReduction(ExperimentSpec spec) : INoisyReduction
{
    private const int CoarseCells = 40;
    private const int CoarseNodes = 32;

    public string Name => "Fokker–Planck equation in two dimensions";

    public double CoarseStep => 0.04;

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"Fokker–Planck in the plane: {obstacle}")
        : new(
            new FokkerPlanckSolver(new PlaneReduction(spec), spec.Training.Schedule),
            "two noisy numbers per neuron: their law obeys the nonlinear Fokker–Planck equation "
            + "in the plane");

    /// <summary>Why the dynamics are not those of two noisy numbers; null where they are.</summary>
    public static string? Obstacle(ExperimentSpec spec)
    {
        if (NoisyObstacle.Of(spec) is { } obstacle)
            return obstacle;
        var (network, rates) = (spec.Network, spec.Training.Rates);
        if (new NeuronLayout(network, SampleQuadrature.DimensionOf(spec.Data)).Length != 2)
            return "neurons have not two coordinates";
        var sameRates = (!network.Amplitude.Trained || rates.Amplitude == rates.Weights)
            && (!network.Bias.Trained || rates.Bias == rates.Weights);
        return sameRates ? null : "rates differ: the dynamics descend no free energy";
    }

    /// <summary>The law at the start on a grid.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="nodes">Per dimension of Gaussian inputs.</param>
    public CellLaw On(PlaneGrid grid, int nodes) => new(
        NoisyTerms.Of(spec).On(grid, NeuronModes.Of(spec, nodes, grid.Count, grid.Center)),
        StartCoordinates.Masses(spec, grid));

    public CellLaw Begin(int level, int stretch, double elapsed)
    {
        var terms = NoisyTerms.Of(spec);
        LineGrid Line(CoordinateLaw law) => new(
            stretch * terms.Reach(law.Furthest, law.Variance, elapsed), stretch * (CoarseCells << level));
        var (first, second) = StartCoordinates.Pair(spec);
        return On(new PlaneGrid(Line(first), Line(second)), CoarseNodes + 12 * level);
    }

    public ReferencePoint Describe(double time, CellLaw law) =>
        NeuronModes.Describe(spec, time, law.Risk, Neurons(law)!);

    public WeightedNeurons? Neurons(CellLaw law)
    {
        // what has no mass is not worth its place
        var grid = (PlaneGrid)law.Problem.Cells;
        int[] kept = [.. Enumerable.Range(0, grid.Count).Where(i => law.Masses[i] > 1e-13)];
        var total = kept.Sum(i => law.Masses[i]);
        return new(
            2, [.. kept.SelectMany(grid.Center)], [.. kept.Select(i => law.Masses[i] / total)]);
    }
}
