using MeanField.Theory.Kernels;
using MeanField.Theory.Population;

namespace MeanField.Theory.Potentials;

/// <summary>V and U on Gaussian inputs in any dimension, by kernels of two normal numbers.</summary>
/// <remarks>⟨w, x⟩ and ⟨w′, x⟩ are jointly normal in every part of the mixture: two dimensions at
/// most are left of d.</remarks>
public sealed class GaussianPotentials : IPotentials
{
    private readonly GaussianInputs _inputs;
    private readonly List<Term> _external = [];
    private readonly List<(double Weight, RidgeProduct Product)> _interaction = [];

    /// <param name="inputs">The law of the data.</param>
    /// <param name="network">The student.</param>
    /// <param name="nodes">Per dimension, where a kernel needs quadrature.</param>
    public GaussianPotentials(GaussianInputs inputs, NetworkSpec network, int nodes)
    {
        _inputs = inputs;
        Layout = new NeuronLayout(network, inputs.Dimension);
        var kernel = PairKernels.Of(network.Activation, network.Activation, nodes);
        var alone = PairKernels.Alone(network.Activation, nodes);
        InClosedForm = kernel.InClosedForm && alone.InClosedForm;
        foreach (var part in inputs.Parts)
        {
            _interaction.Add((part.Weight, new RidgeProduct(Layout, kernel, part.Variances)));
            if (part.Constant != 0)
                _external.Add(new(part.Weight * part.Constant, [], new(Layout, alone, part.Variances)));
            foreach (var teacher in part.Teachers)
            {
                var pair = PairKernels.Of(network.Activation, teacher.Activation, nodes);
                InClosedForm &= pair.InClosedForm;
                _external.Add(new(
                    part.Weight * teacher.Amplitude, teacher.Weights, new(Layout, pair, part.Variances)));
            }
        }
        TargetSquare = inputs.NoiseVariance
            + inputs.Parts.Sum(part => part.Weight * TeacherSquare.Of(part, nodes));
    }

    public NeuronLayout Layout { get; }

    /// <summary>No quadrature is behind any of it.</summary>
    public bool InClosedForm { get; }

    public double TargetSquare { get; }

    public void AddExternal(ReadOnlySpan<double> theta, double factor, Jet jet)
    {
        foreach (var term in _external)
            term.Product.Add(theta, term.Direction, 0, -factor * term.Factor, jet);
    }

    public void AddInteraction(
        ReadOnlySpan<double> theta, ReadOnlySpan<double> other, double factor, Jet jet)
    {
        var scale = factor * Layout.Amplitude(other);
        foreach (var (weight, product) in _interaction)
            product.Add(theta, other[.._inputs.Dimension], Layout.Bias(other), scale * weight, jet);
    }

    public IMeanInteraction Against(WeightedNeurons law) => new PairwiseInteraction(this, law);

    private sealed record Term(double Factor, double[] Direction, RidgeProduct Product);

    private sealed class PairwiseInteraction(GaussianPotentials potentials, WeightedNeurons law)
        : IMeanInteraction
    {
        public void Add(ReadOnlySpan<double> theta, double factor, Jet jet)
        {
            for (var i = 0; i < law.Count; i++)
                potentials.AddInteraction(theta, law[i], factor * law.Masses[i], jet);
        }
    }
}
