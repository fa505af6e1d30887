using MeanField.Lab.Studies.Ensembles;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>Propagation of chaos: every neuron stays within N^{−1/2} of its nonlinear twin.</summary>
public sealed class CouplingInWidth : Claim
{
    private const double Horizon = 0.05;

    public override string Name => "coupling-in-width";

    public override string Statement =>
        "max_i sup_k |θ_i − θ̄_i| is at most of order √(1/N) (√(D + log(N/ε)) + z) where ε ≪ 1/N.";

    public override string Source => "The talk, main technical lemma";

    public override string Method =>
        "Two Gaussians, d = 40, T = 0.05: SGD and θ̄ from the same starts, θ̄ carried along its ray by the "
        + "field of the radial limit; the largest distance over neurons and 10 times, averaged over seeds. "
        + "Quick: ε = 2.5·10⁻⁷; thorough: ε = 1.25·10⁻⁷.";

    public override Finding Measure(StudyScope scope)
    {
        var sizes = scope.Pick<int[]>([25, 50], [25, 50, 100, 200, 400], [25, 50, 100, 200, 400, 800]);
        var step = scope.Pick(2.5e-4, 2.5e-7, 1.25e-7);
        var intervals = scope.Pick(2, 10, 10);
        var samples = sizes.Select(size => scope.Replicate(scope.Pick(3, 12, 24), seed =>
            Coupling.Distances(MainExample.Spec(seed, size, step, Horizon), intervals).Max())).ToArray();
        double[] widths = [.. sizes.Select(size => (double)size)];
        return CouplingFinding.Of(this, "neurons N", widths, samples, -0.5, 0.1);
    }
}
