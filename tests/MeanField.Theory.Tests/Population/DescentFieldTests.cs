using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.Tests.Population;

/// <summary>The fields that move reference particles, against the potentials.</summary>
public class DescentFieldTests
{
    private static readonly ScalarParameterSpec Trained =
        new() { Trained = true, Initial = new GaussianScalar(0.7) };

    private static readonly ScalarParameterSpec Frozen = new() { Initial = new UniformScalar(-1, 1) };

    public static TheoryData<NetworkSpec> Networks =>
    [
        Network(new TanhActivation(), Trained, Trained),
        Network(new ReluActivation(), Frozen, Trained),
        Network(new SigmoidActivation(0.4), Trained, Trained),
        Network(new SoftplusActivation(), Trained, Frozen),
        Network(new SineActivation(), Frozen, Trained),
        Network(new PolynomialActivation([0.3, -1, 0.2, 0.5]), Trained, Trained),
        Network(new PiecewiseLinearActivation([[-0.4, 1], [0.6, -2]]), Trained, Frozen),
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Sums_over_samples_and_over_pairs_descend_the_same_potential(NetworkSpec network)
    {
        // 7 samples: no multiple of a vector's length
        var samples = SampleQuadrature.OfNormals(
            new LinearTeacherData(3, [1, -2, 0.5], 0.3),
            Enumerable.Range(0, 7).Select(k => ((double[])[Math.Sin(k), Math.Cos(2 * k), 0.3 * k - 1], 1.0)));
        var potentials = new SamplePotentials(new RidgeNeuron(network, 3), samples);
        var (fast, pairs) = (new SampleDescent(network, samples), new KernelDescent(potentials, 1.5));
        double[] particles =
            [.. Enumerable.Range(0, 4 * fast.Layout.Length).Select(i => Math.Sin(1.3 * i + 1))];

        Assert.Equal(pairs.Risk(particles), fast.Risk(particles), 1e-12);
        var (one, other) = (new double[particles.Length], new double[particles.Length]);
        fast.Descend(particles, one);
        pairs.Descend(particles, other);
        Assert.Equal(other, one, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void What_is_frozen_at_different_values_stays_and_does_not_decay()
    {
        var spec = Experiments.IsotropicGaussians(3) with
        {
            Network = Network(new TanhActivation(), Frozen, Trained),
            Data = new LinearTeacherData(3, null, 0),
        };
        spec = spec with { Training = spec.Training with { WeightDecay = 0.5 } };
        var field = ParticleField.Of(spec, samples: 64, replica: 0).Drift;
        double[] theta = [0.3, -0.2, 0.8, 0.6, 0.1];
        var velocity = new double[5];
        ParticleFlow.Of(spec, field).Velocity(theta, velocity);
        Assert.Equal(0, velocity[3]);
        Assert.All(new[] { 0, 1, 2, 4 }, i => Assert.NotEqual(0, velocity[i]));
    }

    private static NetworkSpec Network(
        ActivationSpec activation, ScalarParameterSpec amplitude, ScalarParameterSpec bias) => new()
        {
            Particles = 4,
            Activation = activation,
            Amplitude = amplitude,
            Bias = bias,
            OutputScale = 1.5,
        };
}
