using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.Tests.Population;

public class EnsembleReferenceTests
{
    [Fact]
    public void Reference_particles_meet_the_closed_form_of_the_linear_neuron()
    {
        var spec = Linear();
        double[] times = [0, 0.3, 1];
        var closed = References.Choose(spec).Solver!.Solve(times);
        var ensemble = new EnsembleReference(spec).Solve(times);
        for (var i = 0; i < times.Length; i++)
            Assert.Equal(closed.Points[i].Risk, ensemble.Points[i].Risk, ensemble.ErrorEstimate + 1e-3);
        Assert.InRange(ensemble.ErrorEstimate, 0, 0.03 * closed.Points[0].Risk);
    }

    [Fact]
    public void Reference_particles_meet_the_radial_dynamics()
    {
        var spec = Experiments.IsotropicGaussians(5);
        double[] times = [0, 0.5];
        var radial = References.Choose(spec).Solver!.Solve(times);
        var ensemble = new EnsembleReference(spec, share: 0.1).Solve(times);
        for (var i = 0; i < times.Length; i++)
            Assert.Equal(radial.Points[i].Risk, ensemble.Points[i].Risk, ensemble.ErrorEstimate);
        // both know how far the risk of N neurons strays, the ensemble from 16 draws: within 4 deviations
        var ratio = ensemble.Points[0].RiskFluctuation!.Value / radial.Points[0].RiskFluctuation!.Value;
        Assert.InRange(ratio, 1 - 4 / Math.Sqrt(30), 1 + 4 / Math.Sqrt(30));
    }

    [Fact]
    public void The_bias_of_independent_particles_halves_when_their_number_doubles()
    {
        // E R_M − R = c/M at the start, c = ∫U(θ,θ)ρ₀ − ∫∫Uρ₀ρ₀: 1/M is the order of convergence in M
        var spec = Experiments.IsotropicGaussians(3) with { Network = Erf() };
        var potentials = PopulationPotentials.Of(spec);
        var layout = new NeuronLayout(spec.Network, 3);
        double Mean(int size) => Enumerable.Range(0, 6000 / size).Average(draw => potentials.Risk(
            WeightedNeurons.Equal(3, IndependentClouds.Draw(spec.Network, layout, size, draw))));
        var (few, more, many) = (Mean(4), Mean(8), Mean(128));
        Assert.Equal(1, Math.Log2((few - many) / (more - many)), 0.1);
    }

    [Fact]
    public void A_tolerance_out_of_reach_is_refused()
    {
        var solver = new EnsembleReference(Linear(), share: 1e-12);
        Assert.True(Assert.Throws<ReferenceToleranceException>(() => solver.Solve([0, 0.1])).Reached > 0);
    }

    [Fact]
    public void Many_operations_are_refused_before_they_are_spent_unless_asked_for()
    {
        var spec = Linear();
        // 2.4e8 for a single step of every cloud of two refinements; several steps are seen after the first level
        foreach (var most in new[] { 1e8, 5e8 })
            Assert.Throws<ReferenceCostException>(
                () => new EnsembleReference(spec).Within(most).Solve([0, 0.1]));
        Assert.NotEmpty(new EnsembleReference(spec).Solve([0, 0.1]).Points);
    }

    private static NetworkSpec Erf() => new()
    {
        Particles = 8,
        Activation = new ErfActivation(),
        Weights = new WeightsSpec { Initial = new GaussianWeights(1.5) },
    };

    private static ExperimentSpec Linear()
    {
        var spec = Experiments.IsotropicGaussians(4);
        return spec with
        {
            Data = new LinearTeacherData(4, [1, 0.5, 0, -0.5], 0.2),
            Network = spec.Network with { Activation = new LinearActivation() },
        };
    }
}
