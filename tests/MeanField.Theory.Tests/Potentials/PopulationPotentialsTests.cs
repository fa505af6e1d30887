using MeanField.Theory.Activations;
using MeanField.Theory.Integration;
using MeanField.Theory.Population;
using MeanField.Theory.Potentials;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests.Potentials;

public class PopulationPotentialsTests
{
    private static readonly ScalarParameterSpec Trained =
        new() { Trained = true, Initial = new GaussianScalar(0.7) };

    /// <summary>Every activation and every law, with and without trained amplitudes and biases.</summary>
    public static TheoryData<string, ExperimentSpec> Specs => new()
    {
        { "ramp, classes", Spec(Experiments.Ramp, new IsotropicGaussiansData(3, 0.8)) },
        { "ramp, blocks", Spec(Experiments.Ramp, new AnisotropicGaussiansData(3, 0.5, 2), trained: true) },
        { "relu", Spec(new ReluActivation(), Neural(new ReluActivation(), 3), trained: true) },
        { "erf", Spec(new ErfActivation(), Neural(new ReluActivation(), 3), trained: true) },
        { "sine", Spec(new SineActivation(), new LinearTeacherData(3, [1, -0.5, 2], 0.3), trained: true) },
        { "tanh", Spec(new TanhActivation(), Neural(new TanhActivation(), 3), trained: true) },
        { "sigmoid", Spec(new SigmoidActivation(0.5), new QuadraticTeacherData([1, 0.5], true)) },
        { "softplus", Spec(new SoftplusActivation(), new LinearTeacherData(2, null, 0), trained: true) },
        { "quadratic", Spec(new QuadraticActivation(), new QuadraticTeacherData([1, 0.5, -1], false)) },
        { "linear", Spec(new LinearActivation(), new LinearTeacherData(3, null, 0.5), trained: true) },
        { "cubic", Spec(new PolynomialActivation([0, 1, 0.2, 0.1]), Neural(new TanhActivation(), 2)) },
        { "cube", Spec(new TanhActivation(), new HypercubeData(3, [[0], [0, 1, 2]], [1, 2]), trained: true) },
        { "constant", Spec(new SigmoidActivation(0), new ConstantData([1, 2], 0.5), trained: true) },
        { "sphere", Spec(new TanhActivation(), Neural(new ReluActivation(), 4, InputLaw.Sphere)) },
    };

    public static TheoryData<string> KernelSpecs =>
        ["ramp, classes", "ramp, blocks", "relu", "erf", "sine", "tanh", "sigmoid", "quadratic", "cubic"];

    [Theory]
    [MemberData(nameof(Specs))]
    public void Derivatives_are_the_slopes_of_the_values(string name, ExperimentSpec spec)
    {
        const double Step = 1e-5;
        var potentials = PopulationPotentials.Of(spec);
        var (theta, law) = Neurons(potentials.ParameterLength);
        var psi = potentials.At(law);
        var (gradient, hessian) = (psi.Gradient(theta), psi.Hessian(theta));
        for (var i = 0; i < theta.Length; i++)
        {
            double[] Moved(double h) => [.. theta[..i], theta[i] + h, .. theta[(i + 1)..]];
            Assert.Equal(
                (psi.Value(Moved(Step)) - psi.Value(Moved(-Step))) / (2 * Step), gradient[i], 1e-6);
            var slopes = psi.Gradient(Moved(Step)).Zip(psi.Gradient(Moved(-Step)), (a, b) => a - b).ToArray();
            for (var j = 0; j < theta.Length; j++)
                Assert.True(
                    Math.Abs(slopes[j] / (2 * Step) - hessian[i, j]) < 1e-5 * (1 + Math.Abs(hessian[i, j])),
                    $"{name}: {slopes[j] / (2 * Step)} against {hessian[i, j]} at ({i}, {j})");
        }
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void The_interaction_is_symmetric_and_sums_to_the_risk(string name, ExperimentSpec spec)
    {
        var potentials = PopulationPotentials.Of(spec);
        var (theta, law) = Neurons(potentials.ParameterLength);
        var symmetric = potentials.Interaction(law[0], theta) - potentials.Interaction(theta, law[0]);
        Assert.True(Math.Abs(symmetric) < 1e-10, name);

        // R = R_# + 2α∫V + α²∫∫U
        var (alpha, risk) = (spec.Network.OutputScale, potentials.TargetSquare);
        for (var i = 0; i < law.Count; i++)
        {
            risk += 2 * alpha * law.Masses[i] * potentials.External(law[i]);
            for (var j = 0; j < law.Count; j++)
                risk += alpha * alpha * law.Masses[i] * law.Masses[j]
                    * potentials.Interaction(law[i], law[j]);
        }
        Assert.Equal(risk, potentials.Risk(law), 1e-9);
    }

    [Theory]
    [MemberData(nameof(KernelSpecs))]
    public void Kernels_agree_with_a_sample_within_its_error(string name)
    {
        var spec = Specs.Single(row => (string)row[0] == name)[1] as ExperimentSpec;
        var kernels = PotentialMethods.ByKernels(spec!)!;
        var sample = PotentialMethods.BySample(spec!);
        Assert.InRange(kernels.Error, 0, 1e-7);
        Assert.InRange(sample.Error, 1e-9, 0.05);
        var (theta, law) = Neurons(kernels.ParameterLength);
        // neurons of the start have values of the same size
        var tolerance = 6 * sample.Error;
        Assert.Equal(kernels.External(theta), sample.External(theta), tolerance);
        Assert.Equal(kernels.Interaction(theta, law[0]), sample.Interaction(theta, law[0]), tolerance);
        Assert.Equal(kernels.TargetSquare, sample.TargetSquare, 0.02 * kernels.TargetSquare);
    }

    [Fact]
    public void The_external_potential_of_the_isotropic_Gaussians_is_that_of_the_norm()
    {
        // V = −½(q(τ₊ r) − q(τ₋ r)): ⟨w, x⟩ given y is N(0, τ_y² r²), whatever d
        var potentials = PopulationPotentials.Of(Experiments.IsotropicGaussians());
        var q = new NormalHinges(HingeSum.Of(Experiments.Ramp)!);
        double[] theta = [.. Enumerable.Range(0, 40).Select(i => i == 3 ? 0.6 : i == 7 ? -0.8 : 0)];
        Assert.Equal(-(q.Value(1.8) - q.Value(0.2)) / 2, potentials.External(theta), 1e-12);
        Assert.Contains("closed form", potentials.Method);
        Assert.Equal(0, potentials.Error);
    }

    [Fact]
    public void The_gradient_of_a_ReLU_pair_is_that_of_the_arc_cosine_kernel()
    {
        var network = new NetworkSpec { Particles = 1, Activation = new ReluActivation() };
        var spec = Experiments.IsotropicGaussians(3) with
        {
            Network = network,
            Data = new LinearTeacherData(3, null, 0),
        };
        double[] w = [0.6, -0.3, 1.1], other = [-0.2, 0.9, 0.5];
        var angle = Math.Acos(Dot(w, other) / Math.Sqrt(Dot(w, w) * Dot(other, other)));
        var gradient = PopulationPotentials.Of(spec).At(new WeightedNeurons(3, other, [1])).Gradient(w);
        for (var i = 0; i < 3; i++)
        {
            // ∇U = |w'|/(2π) (sin ϑ w/|w|) + (π − ϑ)/(2π) w', and ∇V = −e₁/2: E y x 1{⟨w, x⟩ > 0} = ½ E y x
            var pull = Math.Sqrt(Dot(other, other) / Dot(w, w)) * Math.Sin(angle) * w[i];
            var kernel = (pull + (Math.PI - angle) * other[i]) / (2 * Math.PI);
            Assert.Equal(kernel - (i == 0 ? 0.5 : 0), gradient[i], 1e-12);
        }
    }

    [Fact]
    public void The_risk_of_the_start_and_its_bias_are_those_of_the_radial_law()
    {
        // ∫∫U by pairs of different neurons, ∫U(θ,θ) by each with itself: R = 1.70443, bias 7.4119
        var spec = Experiments.IsotropicGaussians();
        var potentials = PopulationPotentials.Of(spec);
        var start = new StartLaw(spec.Network, new NeuronLayout(spec.Network, 40));
        const int Count = 64;
        var lattice = new ShiftedLattice(Count, start.Coordinates);
        var rows = lattice.Points(0).Select(point => start.At(point)).ToArray();
        double self = 0, pairs = 0, external = 0;
        for (var i = 0; i < Count; i++)
        {
            self += potentials.Interaction(rows[i], rows[i]) / Count;
            external += potentials.External(rows[i]) / Count;
            for (var j = 0; j < i; j++)
                pairs += potentials.Interaction(rows[i], rows[j]) * 2 / (Count * (Count - 1.0));
        }
        // V and U vary by about 0.5 between neurons: 3 · 2 · 0.5/√Count at most
        Assert.Equal(1.70443, potentials.TargetSquare + 2 * external + pairs, 0.25);
        Assert.Equal(7.4119, self - pairs, 0.4);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static (double[] Theta, WeightedNeurons Law) Neurons(int length)
    {
        double At(int i) => Math.Sin(1.7 * i + 0.4) + 0.2;
        double[] theta = [.. Enumerable.Range(0, length).Select(At)];
        double[] rows = [.. Enumerable.Range(length, 3 * length).Select(At)];
        return (theta, new WeightedNeurons(length, rows, [0.2, 0.3, 0.5]));
    }

    private static NeuralTeacherData Neural(
        ActivationSpec activation, int dimension, InputLaw input = InputLaw.Gaussian) => new(
        dimension,
        activation,
        [
            [.. Enumerable.Range(0, dimension).Select(i => Math.Cos(1.0 + i))],
            [.. Enumerable.Range(0, dimension).Select(i => 0.5 * Math.Sin(2.0 + 3 * i))],
        ],
        [1, -2],
        0.3,
        input);

    private static ExperimentSpec Spec(ActivationSpec activation, DataSpec data, bool trained = false)
    {
        var spec = Experiments.IsotropicGaussians();
        return spec with
        {
            Data = data,
            Network = spec.Network with
            {
                Activation = activation,
                OutputScale = 1.5,
                Amplitude = trained ? Trained : spec.Network.Amplitude,
                Bias = trained ? Trained : spec.Network.Bias,
            },
            Training = spec.Training with { WeightDecay = 0.1 },
        };
    }
}
