using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.FokkerPlanck;

/// <summary>Neurons whose cells are places of θ.</summary>
internal static class NeuronModes
{
    /// <param name="spec">The experiment.</param>
    /// <param name="nodes">Per dimension of Gaussian inputs.</param>
    /// <param name="cells">How many there are.</param>
    /// <param name="center">θ of a cell.</param>
    public static CellModes Of(ExperimentSpec spec, int nodes, int cells, Func<int, double[]> center)
    {
        var samples = SampleQuadrature.Of(spec.Data, spec.Seed, nodes);
        var neuron = new RidgeNeuron(spec.Network, samples.Dimension);
        var places = Enumerable.Range(0, cells).Select(center).ToArray();
        double[][] values = [.. Enumerable.Range(0, samples.Count).Select(
            k => places.Select(theta => neuron.Value(samples.Input(k), theta)).ToArray())];
        return CellModes.Of(values, samples.Targets, samples.Weights, samples.NoiseVariance);
    }

    public static ReferencePoint Describe(ExperimentSpec spec, double time, double risk, WeightedNeurons law)
    {
        var layout = new NeuronLayout(spec.Network, SampleQuadrature.DimensionOf(spec.Data));
        var columns = new NeuronColumns(spec, layout);
        return new ReferencePoint
        {
            Time = time,
            Risk = risk,
            Columns = columns.Of(law),
            WeightNorm = columns.NormOf(law, atoms: false),
        };
    }
}
