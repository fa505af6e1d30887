using MeanField.Lab.Studies.Ensembles;

namespace MeanField.Lab.Studies.Chaos;

/// <summary>Propagation of chaos: with enough neurons, √ε is what keeps a neuron from its twin.</summary>
public sealed class CouplingInStep : Claim
{
    private const double Horizon = 0.05;

    public override string Name => "coupling-in-step";

    public override string Statement =>
        "max_i sup_k |θ_i − θ̄_i| is at most of order √ε (√(D + log(N/ε)) + z) where 1/N ≪ ε.";

    public override string Source => "The talk, main technical lemma";

    public override string Method =>
        "As coupling-in-width, with ε down by halves from 8·10⁻⁴. Quick: N = 1600; thorough: N = 6400.";

    public override Finding Measure(StudyScope scope)
    {
        var steps = scope.Pick<double[]>(
            [1.25e-3, 2.5e-4], [8e-4, 4e-4, 2e-4, 1e-4], [8e-4, 4e-4, 2e-4, 1e-4, 5e-5, 2.5e-5]);
        var (particles, intervals) = (scope.Pick(100, 1600, 6400), scope.Pick(2, 10, 10));
        var samples = steps.Select(step => scope.Replicate(scope.Pick(3, 12, 16), seed =>
            Coupling.Distances(MainExample.Spec(seed, particles, step, Horizon), intervals).Max())).ToArray();
        return CouplingFinding.Of(this, "step size ε", steps, samples, 0.5, 0.1);
    }
}
