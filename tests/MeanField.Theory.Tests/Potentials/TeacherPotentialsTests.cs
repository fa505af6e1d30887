using MathNet.Numerics.LinearAlgebra;
using MeanField.Theory.Population;
using MeanField.Theory.Potentials;

namespace MeanField.Theory.Tests.Potentials;

/// <summary>The closed kernels against sums over a product rule, an independent path.</summary>
public class TeacherPotentialsTests
{
    private static readonly double[][] Particles = [[0.8, -0.3], [0.2, 0.9], [-1.1, 0.4]];

    public static TheoryData<ActivationSpec, double> Activations => new()
    {
        { new LinearActivation(), 1e-11 },
        { new QuadraticActivation(), 1e-10 },
        { new ErfActivation(), 1e-11 },
        // the corner leaves an error of the order of the squared spacing, and of the spacing in the gradient
        { new ReluActivation(), 1e-2 },
    };

    public static TheoryData<ActivationSpec> Kernels =>
        [new LinearActivation(), new QuadraticActivation(), new ErfActivation(), new ReluActivation()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Risk_and_gradients_agree_with_sums_over_samples(ActivationSpec activation, double tolerance)
    {
        var data = new NeuralTeacherData(
            2, activation, [[1, 0.5], [-0.4, 1]], [1, -2], 0.3, InputLaw.Gaussian);
        var network = new NetworkSpec { Particles = 3, Activation = activation };
        var field = new PopulationField(
            new RidgeNeuron(network, 2), SampleQuadrature.Of(data, 200), outputScale: 1);
        var potentials = new TeacherPotentials(
            GaussianKernels.Of(activation)!,
            [.. data.Weights.Select(row => Vector<double>.Build.DenseOfEnumerable(row))],
            data.Amplitudes,
            data.Noise * data.Noise);

        var rows = Particles.SelectMany(row => row).ToArray();
        var vectors = Particles.Select(row => Vector<double>.Build.Dense(row)).ToArray();
        Assert.Equal(field.Risk(rows), potentials.Risk(vectors), tolerance);
        var descent = field.Descent(rows);
        for (var i = 0; i < vectors.Length; i++)
        {
            var gradient = potentials.PotentialGradient(vectors[i], vectors);
            Assert.Equal(-descent[2 * i], gradient[0], tolerance);
            Assert.Equal(-descent[2 * i + 1], gradient[1], tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Gradients_are_the_slopes_of_the_potential(ActivationSpec activation)
    {
        var teacher = Vector<double>.Build.Dense([0.3, 1, -0.2, 0.5]);
        var potentials = new TeacherPotentials(GaussianKernels.Of(activation)!, [teacher], [1.5], 0);
        Vector<double>[] particles = [teacher * 0.7, Vector<double>.Build.Dense([1, 0.1, 0.4, -0.9])];
        var w = Vector<double>.Build.Dense([-0.5, 0.2, 0.8, 0.3]);
        var gradient = potentials.PotentialGradient(w, particles);
        for (var i = 0; i < w.Count; i++)
        {
            var h = Vector<double>.Build.Dense(w.Count, j => j == i ? 1e-5 : 0);
            double Along(double sign) => potentials.Potential(w + h * sign, particles);
            var slope = (Along(1) - Along(-1)) / 2e-5;
            Assert.Equal(slope, gradient[i], 1e-8);
        }
    }
}
