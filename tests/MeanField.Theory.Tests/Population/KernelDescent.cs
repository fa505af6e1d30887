using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.Tests.Population;

/// <summary>−∇Ψ by potentials, pair by pair: a second method.</summary>
internal sealed class KernelDescent(IPotentials potentials, double outputScale) : IDescentField
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

    /// <summary>R_# + 2α ∫V + α² ∫∫U.</summary>
    public double Risk(ReadOnlySpan<double> particles)
    {
        var (length, count) = (Layout.Length, particles.Length / Layout.Length);
        var (external, pairs) = (new Jet(length, 0), new Jet(length, 0));
        for (var i = 0; i < particles.Length; i += length)
        {
            potentials.AddExternal(particles.Slice(i, length), 1.0 / count, external);
            for (var j = 0; j < particles.Length; j += length)
                potentials.AddInteraction(
                    particles.Slice(i, length), particles.Slice(j, length), 1.0 / count / count, pairs);
        }
        return potentials.TargetSquare + outputScale * (2 * external.Value + outputScale * pairs.Value);
    }
}
