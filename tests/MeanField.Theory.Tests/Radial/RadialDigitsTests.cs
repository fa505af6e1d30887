using MeanField.Theory.Radial;
using MeanField.Theory.Tests.ExactSolutions;

namespace MeanField.Theory.Tests.Radial;

/// <summary>The main example's numbers, digit by digit, by two methods.</summary>
public class RadialDigitsTests
{
    private static readonly double[] Times = [0, 0.1, 1];

    [Fact]
    public void The_solver_agrees_with_a_plain_discretisation_to_six_digits()
    {
        var solution = Experiments.Radial().Solve(Times);
        var plain = Risks(PlainRadialDynamics.OfTrapezoids(60));
        Assert.All(plain.Zip(solution.Points), pair => Assert.Equal(pair.First, pair.Second.Risk, 2e-6));
    }

    [Fact]
    public void Norms_of_equal_mass_have_the_digits_of_the_derivation() =>
        // 300 of them: 1.70443 and 1.07062 are 5e-5 and 1e-5 off the law's own 1.70448 and 1.07061
        Assert.Equal(
            [1.70443, 1.33898, 1.07062],
            Risks(PlainRadialDynamics.OfEqualMasses(300)),
            (known, risk) => Math.Abs(known - risk) < 0.6e-5);

    [Fact]
    public void The_bias_of_a_finite_width_has_the_digits_of_the_derivation()
    {
        var bias = RadialStartBias.Of(Experiments.Radial());
        Assert.Equal(bias, PlainRadialDynamics.OfTrapezoids(60).Bias, 1e-6);
        // 7.4119 are 1e-4 off the law's own 7.4118, as those norms are
        Assert.Equal(7.4119, PlainRadialDynamics.OfEqualMasses(300).Bias, 0.5e-4);
        Assert.Equal(7.4119, bias, 1.5e-4);
    }

    [Fact]
    public void Twenty_four_nodes_a_class_suffice_for_the_data()
    {
        double Risk(int nodes)
        {
            var norms = new CarriedNorms(Experiments.Radial().Start(), panels: 8);
            var dynamics = Experiments.Radial().Dynamics(nodes);
            dynamics.Masses = norms.Masses;
            return dynamics.Risk(norms.Radii);
        }
        Assert.Equal(Risk(96), Risk(24), 1e-5);
    }

    [Fact]
    public void Eight_hundred_neurons_stray_as_far_as_the_known_run_and_ours_do()
    {
        const int Neurons = 800;
        double[] known = [1.718, 1.343, 1.075];
        var limit = Experiments.Radial().Solve(Times).Points;
        var ours = Simulate(Neurons);
        for (var i = 0; i < Times.Length; i++)
        {
            // the mean lies between 0 and 7.42/N above, single runs within three deviations of it
            var deviation = limit[i].RiskFluctuation!.Value / Math.Sqrt(Neurons);
            var (low, high) = (limit[i].Risk - 3 * deviation, limit[i].Risk + 7.42 / Neurons + 3 * deviation);
            Assert.InRange(known[i], low, high);
            Assert.InRange(ours[i], low, high);
        }
    }

    private static double[] Risks(PlainRadialDynamics plain) => [.. Times.Select((time, i) =>
    {
        if (i > 0)
            plain.Advance(time - Times[i - 1], steps: i == 1 ? 20 : 60);
        return plain.Risk;
    })];

    // the step adds εd/2, a tenth of what a start does
    private static double[] Simulate(int neurons)
    {
        const double Step = 5e-5;
        var spec = Experiments.IsotropicGaussians();
        using var run = new Simulation(spec with
        {
            Network = spec.Network with { Particles = neurons },
            Training = new TrainingSpec { StepSize = Step, Horizon = 1 },
            Observe = new ObserveSpec { TestSamples = 10 },
        });
        return [.. Times.Select((time, i) =>
        {
            if (i > 0)
                run.Advance((long)Math.Round((time - Times[i - 1]) / Step));
            return run.Observe("exactRisk");
        })];
    }
}
