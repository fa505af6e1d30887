using MeanField.Theory.Integration;
using MeanField.Theory.Population;

namespace MeanField.Theory.Tests.Population;

/// <summary>The order of reference particles in time and in their number, along the dynamics.</summary>
public class EnsembleOrderTests
{
    private static readonly ExperimentSpec Spec = Experiments.IsotropicGaussians(2) with
    {
        Network = new NetworkSpec
        {
            Particles = 8,
            Activation = new TanhActivation(),
            Weights = new WeightsSpec { Initial = new GaussianWeights(1.5) },
            OutputScale = 2,
        },
        Data = new HypercubeData(2, [[0], [1]], [0.8, 0.4]),
    };

    private static readonly NeuronLayout Layout = new(Spec.Network, 2);

    [Fact]
    public void The_declared_order_in_time_is_the_measured_one()
    {
        // linear neurons: of others' flows the sixth order leads until round-off does
        var spec = Spec with { Network = Spec.Network with { Activation = new LinearActivation() } };
        double[] After(int steps)
        {
            var cloud = IndependentClouds.Draw(spec.Network, Layout, 16, draw: 0);
            var flow = ParticleFlow.Of(spec, ParticleField.Of(spec, samples: 16, replica: 0).Drift);
            DormandPrince.Integrate(flow.Velocity, cloud, 0.5, steps);
            return cloud;
        }
        var exact = After(400);
        double Error(int steps) => After(steps).Zip(exact, (a, b) => Math.Abs(a - b)).Max();

        Assert.Equal(new EnsembleReference(spec).Order, Math.Log2(Error(32) / Error(64)), 0.1);
    }

    /// <summary>E R_M(t) − R(t) = c(t)/M: the gaps between M, 2M and 4M halve.</summary>
    [Fact]
    public void The_bias_of_independent_particles_goes_as_one_over_their_number_at_later_times_too()
    {
        const int Draws = 1500;
        double[] gaps = [0, 0];
        for (var draw = 0; draw < Draws; draw++)
        {
            // a cloud, its halves and its quarters: what a draw does to all of them alike cancels
            var cloud = IndependentClouds.Draw(Spec.Network, Layout, 32, draw);
            double[] risks = [.. new[] { 8, 16, 32 }.Select(size =>
                cloud.Chunk(2 * size).Average(part => RiskAfter(part, time: 0.5)))];
            gaps[0] += (risks[0] - risks[1]) / Draws;
            gaps[1] += (risks[1] - risks[2]) / Draws;
        }
        Assert.InRange(gaps[1], 1e-4, 0.1);
        Assert.Equal(1, Math.Log2(gaps[0] / gaps[1]), 0.1);
    }

    private static double RiskAfter(double[] cloud, double time)
    {
        var field = ParticleField.Of(Spec, samples: 16, replica: 0).Drift;
        double[] state = [.. cloud];
        DormandPrince.Integrate(ParticleFlow.Of(Spec, field).Velocity, state, time, steps: 4);
        return field.Risk(state);
    }
}
