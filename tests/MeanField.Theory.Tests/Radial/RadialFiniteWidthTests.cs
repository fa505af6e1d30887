using MathNet.Numerics.Integration;
using MeanField.Theory.Activations;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests.Radial;

public class RadialFiniteWidthTests
{
    private static readonly RadialProblem Problem = Experiments.Radial();

    [Fact]
    public void The_bias_at_the_start_is_that_of_the_derivation() =>
        // known from a coarser discretisation of the initial norms; the next test has the exact value
        Assert.Equal(7.4119, RadialStartBias.Of(Problem), 2e-4);

    [Fact]
    public void The_bias_at_the_start_is_the_variance_of_one_neuron_over_Gaussian_pre_activations()
    {
        // given |x|, ⟨w, x⟩ is normal with deviation κ|x|/√d, and the bias is the variance of σ(⟨w, x⟩)
        var data = RadialData.Finite(40, 0.8, 100);
        var sigma = HingeSum.Of(Experiments.Ramp)!.AsFunction().Value;
        var bias = 0.0;
        for (var k = 0; k < data.Count; k++)
        {
            var deviation = 0.8 / Math.Sqrt(40) * data.Norms[k];
            double Mean(Func<double, double> f) => Normal(g => f(sigma(deviation * g)), deviation);
            bias += data.Weights[k] * (Mean(v => v * v) - Math.Pow(Mean(v => v), 2));
        }

        Assert.Equal(bias, RadialStartBias.Of(Problem), 1e-7);
    }

    [Fact]
    public void The_bias_of_smooth_and_of_bent_neurons_agree_where_both_apply()
    {
        // ReLU by its closed form, and softplus(ct)/c → ReLU by quadrature, are close for weights of size c
        var relu = RadialStartBias.Of(Problem with
        {
            Activation = new ReluActivation(),
            Weights = new GaussianWeights(200),
        });
        var softplus = RadialStartBias.Of(Problem with
        {
            Activation = new SoftplusActivation(),
            Weights = new GaussianWeights(200),
        });
        Assert.Equal(1, softplus / relu, 1e-3);
    }

    [Fact]
    public void At_the_start_the_fluctuation_is_that_of_the_potential()
    {
        var norms = new CarriedNorms(Problem.Start(), 8);
        var dynamics = Problem.Dynamics(48);
        dynamics.Masses = norms.Masses;
        var potential = dynamics.Potential(norms.Radii);
        var mean = potential.Zip(norms.Masses, (p, m) => p * m).Sum();
        var variance = potential.Zip(norms.Masses, (p, m) => m * (p - mean) * (p - mean)).Sum();

        var fluctuation = RadialFluctuation.Of(Problem, [0, 0.5], CancellationToken.None);
        Assert.Equal(2 * Math.Sqrt(variance), fluctuation[0], 0.01 * fluctuation[0]);
        // the flow forgets part of the start
        Assert.InRange(fluctuation[1], 0.01 * fluctuation[0], fluctuation[0]);
    }

    // E f(G), by Gauss–Legendre between the corners of the ramp
    private static double Normal(Func<double, double> f, double deviation)
    {
        double[] edges = [-9, Math.Min(0.5 / deviation, 9), Math.Min(1.5 / deviation, 9), 9];
        return edges.Zip(edges.Skip(1), (low, high) => GaussLegendreRule.Integrate(
            g => f(g) * Math.Exp(-g * g / 2) / Math.Sqrt(2 * Math.PI), low, high, 96)).Sum();
    }
}
