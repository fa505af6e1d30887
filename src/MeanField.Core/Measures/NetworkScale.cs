using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>The factor between the sum over neurons and the network's output.</summary>
public static class NetworkScale
{
    /// <summary>α/N, or α/√N in the lazy scalings.</summary>
    public static double Of(NetworkSpec network) => network.Scaling == Scaling.MeanField
        ? network.OutputScale / network.Particles
        : network.OutputScale / Math.Sqrt(network.Particles);
}
