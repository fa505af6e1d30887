using MeanField.Theory.Integration;
using MeanField.Theory.Population;

namespace MeanField.Theory.Tests.Population;

/// <summary>What every population flow keeps, whatever the activation.</summary>
public class PopulationFlowTests
{
    private static readonly double[] Start = [0.8, -0.3, 1.1, -0.2, 0.9, -0.6, 0.4, 0.5, 0.7];

    private static readonly NetworkSpec TrainedRelu = Network(new ReluActivation());

    [Fact]
    public void The_risk_falls_at_the_rate_of_the_squared_field()
    {
        var field = Field(Network(new TanhActivation()));
        var flow = new ParticleFlow(field, [2, 2, 2], [0, 0, 0]);
        var descent = new double[Start.Length];
        field.Descend(Start, descent);
        var rate = -4 * descent.Sum(g => g * g) / 3;

        const double H = 1e-3;
        double RiskAfter(double time)
        {
            var state = Start.ToArray();
            DormandPrince.Integrate(flow.Velocity, state, time, 4);
            return field.Risk(state);
        }
        // central difference, error O(h²)
        Assert.Equal(rate, (RiskAfter(H) - RiskAfter(-H)) / (2 * H), 1e-5);
    }

    [Fact]
    public void The_flow_of_ReLU_neurons_conserves_amplitude_against_weights()
    {
        var flow = new ParticleFlow(Field(TrainedRelu), [2, 2, 2], [0, 0, 0]);
        var state = Start.ToArray();
        DormandPrince.Integrate(flow.Velocity, state, 1, 50);

        Assert.True(Math.Abs(state[2] - Start[2]) > 0.01);
        for (var i = 0; i < 9; i += 3)
            Assert.Equal(Balance(Start, i), Balance(state, i), 1e-6);
    }

    [Fact]
    public void Splitting_every_particle_in_two_changes_nothing()
    {
        var flow = new ParticleFlow(Field(TrainedRelu), [2, 2, 2], [0, 0, 0]);
        double[] once = [.. Start], twice = [.. Start, .. Start];
        DormandPrince.Integrate(flow.Velocity, once, 1, 20);
        DormandPrince.Integrate(flow.Velocity, twice, 1, 20);

        Assert.Equal(once.Concat(once), twice, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static double Balance(double[] state, int i) =>
        state[i + 2] * state[i + 2] - state[i] * state[i] - state[i + 1] * state[i + 1];

    private static SampleDescent Field(NetworkSpec network)
    {
        var data = new NeuralTeacherData(
            2, new TanhActivation(), [[1, 1], [-0.5, 1]], [1, -2], 0.1, InputLaw.Gaussian);
        return new SampleDescent(network, SampleQuadrature.Of(data, seed: 1, 24));
    }

    private static NetworkSpec Network(ActivationSpec activation) => new()
    {
        Particles = 3,
        Activation = activation,
        Amplitude = new ScalarParameterSpec { Trained = true, Initial = new ConstantScalar(1) },
    };
}
