using MeanField.Theory.Potentials;

namespace MeanField.Theory.Population;

/// <summary>−∇Ψ by potentials, pair by pair.</summary>
public sealed class KernelDescent(IPotentials potentials, double outputScale) : IDescentField
{
    public NeuronLayout Layout => potentials.Layout;

    public void Descend(ReadOnlySpan<double> particles, Span<double> descent)
    {
        var (length, count) = (Layout.Length, particles.Length / Layout.Length);
        for (var i = 0; i < particles.Length; i += length)
        {
            var theta = particles.Slice(i, length);
            var jet = new Jet(length, 1);
            potentials.AddExternal(theta, -1, jet);
            for (var j = 0; j < particles.Length; j += length)
                potentials.AddInteraction(theta, particles.Slice(j, length), -outputScale / count, jet);
            jet.Gradient.CopyTo(descent[i..]);
        }
    }

    public double Risk(ReadOnlySpan<double> particles)
    {
        var law = WeightedNeurons.Equal(Layout.Length, particles.ToArray());
        return new MeanFieldPotential(potentials, law, outputScale, 0).Risk;
    }
}
