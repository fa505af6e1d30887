using System.Globalization;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Contest;

/// <summary>
/// A cell of the comparison with other programs: the isotropic Gaussians, one size, one kind of neuron.
/// </summary>
internal sealed record Cell(long Particles, int Dimension, string Neuron)
{
    /// <summary>More steps than anybody will time.</summary>
    private const long Steps = 1L << 40;

    // docs/performance.md: what is measured to be best where weights are long
    private const int LongWindowDimension = 160;
    private const int LongWindow = 32;

    /// <param name="arguments">N, d and the neuron: ramp, tanh, or relu with trained amplitude.</param>
    public static Cell Parse(ReadOnlySpan<string> arguments) => new(
        long.Parse(arguments[0], CultureInfo.InvariantCulture),
        int.Parse(arguments[1], CultureInfo.InvariantCulture),
        arguments[2]);

    public ExperimentSpec Spec(Precision precision)
    {
        var paper = Workloads.PaperLaw.Of(Particles, Dimension, Steps, precision);
        var window = Dimension < LongWindowDimension ? paper.Compute.Window : LongWindow;
        return paper with { Network = Neurons(paper.Network), Compute = paper.Compute with { Window = window } };
    }

    private NetworkSpec Neurons(NetworkSpec network) => Neuron switch
    {
        "ramp" => network,
        "tanh" => network with { Activation = new TanhActivation() },
        "relu" => network with
        {
            Activation = new ReluActivation(),
            Amplitude = new() { Trained = true, Initial = new GaussianScalar(1) },
        },
        _ => throw new ArgumentException($"no neuron '{Neuron}': there are ramp, tanh and relu"),
    };
}
