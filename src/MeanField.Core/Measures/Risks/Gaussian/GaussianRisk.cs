using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>
/// R_N = R_# + (2/N) Σ V(θ_i) + (1/N²) ΣΣ U(θ_i, θ_j) in closed form for Gaussian inputs: with the target's
/// ridges g f, and the network's with opposite sign, E(y − ŷ)² = v + Σ_classes p E(Σ g f)².
/// </summary>
internal static class GaussianRisk
{
    /// <summary>The cost grows as N²: at this many neurons it is about that of 10,000 test samples.</summary>
    private const long MaximumParticles = 4096;

    /// <summary>In few dimensions many pairs are nearly parallel, and those are dear.</summary>
    private const long MaximumParticlesInFewDimensions = 1024;
    private const int FewDimensions = 10;

    /// <summary>Null where the risk has no such form, or too many pairs.</summary>
    public static GaussianTarget? Target(ExperimentSpec spec, int dimension)
    {
        var bound = dimension < FewDimensions ? MaximumParticlesInFewDimensions : MaximumParticles;
        return spec.Network.Scaling == Scaling.Linearized || spec.Network.Particles > bound
            ? null
            : GaussianTarget.Of(spec.Data);
    }

    /// <param name="target">The law.</param>
    /// <param name="network">The network's neurons, with coefficients s a_i.</param>
    public static double Of(GaussianTarget target, IReadOnlyList<Ridge> network)
    {
        var risk = target.Noise * target.Noise;
        foreach (var part in target.Classes)
        {
            Ridge[] ridges =
            [
                .. part.Target,
                .. network.Select(neuron => neuron with { Coefficient = -neuron.Coefficient }),
            ];
            risk += part.Probability * new PairSum(ridges, part.Scales).Value();
        }
        return risk;
    }
}
