using MathNet.Numerics.Statistics;
using MeanField.Theory.Integration;
using MeanField.Theory.Population;

namespace MeanField.Theory.Potentials;

/// <summary>The ways to take means over a data law, each with its error.</summary>
public static class PotentialMethods
{
    private const int Nodes = 64;
    private const int Shifts = 16;
    private const int PointsPerShift = 1024;
    private const int Probes = 8;

    /// <summary>Closed form or sum over a finite law, else quadrature, else a sample.</summary>
    public static PopulationPotentials Best(ExperimentSpec spec) =>
        Whole(spec) ?? ByKernels(spec) ?? BySample(spec);

    /// <summary>The mean over all of a finite law; null where the law is not finite.</summary>
    public static PopulationPotentials? Whole(ExperimentSpec spec) =>
        SampleQuadrature.Whole(spec.Data, spec.Seed) is not { } samples
            ? null
            : new(
                new SamplePotentials(new RidgeNeuron(spec.Network, samples.Dimension), samples),
                spec,
                $"the mean over all {samples.Count} samples of the law",
                0);

    /// <summary>By kernels of normal numbers; null where the inputs are not Gaussian.</summary>
    public static PopulationPotentials? ByKernels(ExperimentSpec spec)
    {
        if (GaussianInputs.Of(spec.Data) is not { } inputs)
            return null;
        var terms = new GaussianPotentials(inputs, spec.Network, Nodes);
        if (terms.InClosedForm)
            return new(terms, spec, "Gaussian kernels in closed form", 0);
        var finer = new GaussianPotentials(inputs, spec.Network, Nodes * 3 / 2);
        var error = ProbeValues(spec, terms).Zip(ProbeValues(spec, finer), (a, b) => Math.Abs(a - b)).Max();
        return new(terms, spec, $"Gaussian kernels by quadrature, {Nodes} nodes a dimension", error);
    }

    /// <summary>By a sample of shifted lattices, for any law but a table.</summary>
    public static PopulationPotentials BySample(
        ExperimentSpec spec, int shifts = Shifts, int points = PointsPerShift)
    {
        var samples = LatticeSamples.Of(spec.Data, points, shifts);
        var neuron = new RidgeNeuron(spec.Network, samples[0].Dimension);
        var probes = samples.Select(part => ProbeValues(spec, new SamplePotentials(neuron, part))).ToArray();
        var error = Enumerable.Range(0, probes[0].Length).Max(
            i => probes.Select(values => values[i]).StandardDeviation() / Math.Sqrt(shifts));
        return new(
            new SamplePotentials(neuron, LatticeSamples.Union(samples)),
            spec,
            $"a quasi-Monte-Carlo sample: {shifts} shifts of a lattice of {points} points",
            error);
    }

    // V and U at a few neurons of the start
    private static double[] ProbeValues(ExperimentSpec spec, IPotentials terms)
    {
        var start = new StartLaw(spec.Network, terms.Layout);
        var neurons = new ShiftedLattice(Probes, Math.Max(start.Coordinates, 1))
            .Points(0).Select(point => start.At(point)).ToArray();
        return [.. neurons.SelectMany((theta, i) =>
        {
            var (external, interaction) = (new Jet(theta.Length, 0), new Jet(theta.Length, 0));
            terms.AddExternal(theta, 1, external);
            terms.AddInteraction(theta, neurons[(i + 1) % Probes], 1, interaction);
            return (double[])[external.Value, interaction.Value];
        })];
    }
}
