using MeanField.Theory.FokkerPlanck;
using MeanField.Theory.Gibbs;
using MeanField.Theory.Potentials;
using MeanField.Theory.Tests.FokkerPlanck;

namespace MeanField.Theory.Tests.Gibbs;

public class GibbsFixedPointTests
{
    [Fact]
    public void On_the_line_it_is_the_law_of_one_constant_sample()
    {
        var law = GibbsFixedPoint.Of(Reduction(LineExperiments.Tanh()));
        var scalar = new ScalarGibbsLaw(
            new TanhActivation(), 1, LineExperiments.Target, LineExperiments.Beta, LineExperiments.Decay);
        Assert.Equal(scalar.Risk, law.Risk, 1e-10);
    }

    public static TheoryData<string, ExperimentSpec, double> Specs => new()
    {
        { "radial", NoisyExperiments.Radial(10, Experiments.Ramp), 30 },
        { "plane", NoisyExperiments.Plane(), 20 },
    };

    [Theory]
    [MemberData(nameof(Specs))]
    public void The_equation_settles_in_it_and_it_has_the_least_free_energy(
        string name, ExperimentSpec spec, double duration)
    {
        var reduction = Reduction(spec);
        var law = GibbsFixedPoint.Of(reduction, level: 0);
        var flow = reduction.Begin(0, 1, double.PositiveInfinity);
        Assert.True(flow.FreeEnergy > law.FreeEnergy, name);
        flow.After(duration, 60);
        Assert.Equal(law.Risk, flow.Risk, 1e-6);
        Assert.Equal(law.FreeEnergy, flow.FreeEnergy, 1e-9);
        // and it stays there
        var before = law.Masses;
        law.Step(1);
        Assert.Equal(0, before.Zip(law.Masses, (a, b) => Math.Abs(a - b)).Sum(), 1e-9);
    }

    [Fact]
    public void The_declared_order_of_the_iteration_is_the_measured_one()
    {
        var spec = LineExperiments.Tanh();
        var problem = new LineReduction(spec).On(new LineGrid(6, 400)).Problem;
        double[] distances = [.. GibbsFixedPoint.Iterates(problem).Select(iterate => iterate.Distance)
            .Where(distance => distance > 1e-13)];
        var falls = distances.Zip(distances.Skip(1), (a, b) => Math.Log(b / a)).ToArray();
        Assert.InRange(falls.Length, 3, 10);
        Assert.Equal(GibbsFixedPoint.Order, falls[^1] / falls[^2], 0.1);
    }

    [Fact]
    public void Printed_noise_of_half_the_temperature_has_the_same_law()
    {
        var spec = NoisyExperiments.Radial(5, Experiments.Ramp, beta: 20);
        var printed = NoisyExperiments.Radial(5, Experiments.Ramp, beta: 10);
        printed = printed with { Training = printed.Training with { Noise = NoiseConvention.AsPrinted } };
        Assert.Equal(
            GibbsFixedPoint.Of(Reduction(spec)).Risk, GibbsFixedPoint.Of(Reduction(printed)).Risk, 1e-10);
    }

    [Fact]
    public void Its_density_is_the_exponential_of_its_own_potential()
    {
        // log ρ*(θ) + βΨ_λ(θ; ρ*) is the same everywhere: Ψ by the potentials, another path
        var spec = LineExperiments.Tanh();
        var reduction = Reduction(spec);
        var law = GibbsFixedPoint.Of(reduction);
        var neurons = reduction.Neurons(law)!;
        var psi = PopulationPotentials.Of(spec).At(neurons);
        double Level(int i) => Math.Log(law.Masses[i]) + LineExperiments.Beta * psi.Value(neurons[i]);
        int[] seen = [.. Enumerable.Range(0, neurons.Count).Where(i => law.Masses[i] > 1e-6)];
        Assert.True(seen.Length > 50);
        Assert.All(seen, i => Assert.Equal(Level(seen[0]), Level(i), 1e-9));
        Assert.Equal(psi.Risk, law.Risk, 1e-10);
    }

    [Fact]
    public void Without_decay_there_is_none_and_it_is_said()
    {
        var spec = LineExperiments.Tanh();
        var (reduction, reason) = GibbsFixedPoint.ReductionOf(
            spec with { Training = spec.Training with { WeightDecay = 0 } });
        Assert.Null(reduction);
        Assert.Contains("weight decay", reason);
    }

    private static INoisyReduction Reduction(ExperimentSpec spec) =>
        GibbsFixedPoint.ReductionOf(spec).Reduction!;
}
