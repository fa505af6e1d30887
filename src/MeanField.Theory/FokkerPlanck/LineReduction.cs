using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>One weight per neuron, and nothing else.</summary>
public sealed class LineReduction(ExperimentSpec spec) : INoisyReduction
{
    private const int CoarseCells = 160;
    private const int Nodes = 48;

    public string Name => "Fokker–Planck equation in one dimension";

    public double CoarseStep => 0.01;

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"Fokker–Planck on the line: {obstacle}")
        : new(
            new FokkerPlanckSolver(new LineReduction(spec), spec.Training.Schedule),
            "one noisy weight per neuron: its law obeys the nonlinear Fokker–Planck equation on the line");

    /// <summary>Why the dynamics are not those of one noisy weight; null where they are.</summary>
    public static string? Obstacle(ExperimentSpec spec)
    {
        if (NoisyObstacle.Of(spec) is { } obstacle)
            return obstacle;
        if (spec.Network.Amplitude.Trained || spec.Network.Bias.Trained)
            return "amplitudes or biases are trained";
        return SampleQuadrature.DimensionOf(spec.Data) > 1 ? "weights have several coordinates" : null;
    }

    /// <summary>The law at the start on a grid.</summary>
    public CellLaw On(LineGrid grid) => new(
        NoisyTerms.Of(spec).On(grid, NeuronModes.Of(spec, Nodes, grid.Cells, i => [grid.Center(i)])),
        grid.Masses(StartCoordinates.Single(spec.Network.Weights.Initial)));

    public CellLaw Begin(int level, int stretch, double elapsed)
    {
        var start = StartCoordinates.Single(spec.Network.Weights.Initial);
        var reach = NoisyTerms.Of(spec).Reach(start.Furthest, start.Variance, elapsed);
        return On(new LineGrid(stretch * reach, stretch * (CoarseCells << level)));
    }

    public ReferencePoint Describe(double time, CellLaw law) =>
        NeuronModes.Describe(spec, time, law.Risk, Neurons(law)!);

    public WeightedNeurons? Neurons(CellLaw law)
    {
        var grid = (LineGrid)law.Problem.Cells;
        return new(1, [.. Enumerable.Range(0, grid.Cells).Select(grid.Center)], law.Masses);
    }
}
