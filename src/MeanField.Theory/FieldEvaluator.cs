using MeanField.Theory.Activations;
using MeanField.Theory.Population;

namespace MeanField.Theory;

/// <summary>The two forces on a neuron: that of the data, −∇V, and that of the other neurons, −∇∫U
/// dρ.</summary>
/// <remarks>Points and particles are rows of D numbers (w₁…w_d, then a and b where trained), one after
/// another.
/// Means over x are sums over all of a finite law, or over a tensor rule in at most three
/// dimensions.</remarks>
public sealed class FieldEvaluator
{
    private static readonly int[] SmoothNodes = [0, 128, 64, 32];

    // the field jumps where a sample crosses a corner of σ: the error falls only like the spacing of the
    // nodes
    private static readonly int[] BentNodes = [0, 4000, 250, 48];

    private readonly PopulationField _field;

    private FieldEvaluator(PopulationField field) => _field = field;

    /// <summary>D.</summary>
    public int ParameterLength => _field.Length;

    /// <summary>Why an experiment's fields cannot be evaluated; null where they can.</summary>
    public static string? Obstacle(ExperimentSpec spec) =>
        LimitObstacle.Of(spec) ?? SampleQuadrature.Obstacle(spec.Data) ?? RidgeNeuron.Obstacle(spec.Network);

    /// <exception cref="NotSupportedException">There is an obstacle.</exception>
    public static FieldEvaluator For(ExperimentSpec spec)
    {
        if (Obstacle(spec) is { } obstacle)
            throw new NotSupportedException(obstacle);
        return new FieldEvaluator(FieldOf(spec));
    }

    /// <summary>−∇V(θ) at every point.</summary>
    public double[] External(ReadOnlySpan<double> points) => _field.External(points);

    /// <summary>−∇∫U(θ, θ′) ρ(dθ′) at every point, ρ the mean over the particles (α included).</summary>
    public double[] Interaction(ReadOnlySpan<double> points, ReadOnlySpan<double> particles) =>
        _field.Interaction(points, particles);

    /// <summary>Ψ(θ; ρ) and −∇Ψ(θ; ρ) at the same points for each of many ρ, given by their
    /// particles.</summary>
    public IReadOnlyList<Landscape> Landscapes(double[] points, IEnumerable<double[]> laws) =>
        _field.Landscapes(points, laws);

    /// <summary>R of the network of these particles.</summary>
    public double Risk(ReadOnlySpan<double> particles) => _field.Risk(particles);

    /// <summary>The samples that means over x are taken over.</summary>
    /// <param name="spec">An experiment without an obstacle.</param>
    /// <param name="refinement">A factor of the nodes per dimension.</param>
    internal static WeightedSamples SamplesOf(ExperimentSpec spec, double refinement)
    {
        if (SampleQuadrature.Whole(spec.Data, spec.Seed) is { } whole)
            return whole;
        var nodes = HingeSum.Of(spec.Network.Activation) is null ? SmoothNodes : BentNodes;
        var dimension = SampleQuadrature.DimensionOf(spec.Data);
        return SampleQuadrature.Of(spec.Data, spec.Seed, (int)(refinement * nodes[dimension]));
    }

    private static PopulationField FieldOf(ExperimentSpec spec)
    {
        var samples = SamplesOf(spec, refinement: 1);
        return new PopulationField(
            new RidgeNeuron(spec.Network, samples.Dimension), samples, spec.Network.OutputScale);
    }
}
