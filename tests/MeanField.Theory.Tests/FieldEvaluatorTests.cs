using MeanField.Theory.Activations;
using MeanField.Theory.Integration;
using MeanField.Theory.Potentials;
using MeanField.Theory.Radial;

namespace MeanField.Theory.Tests;

public class FieldEvaluatorTests
{
    private static readonly double[] Particles = [1.2, 0.3, -0.4, 0.9, 0.5, -1.5];

    [Fact]
    public void The_fields_of_one_sample_are_the_gradients_of_its_loss()
    {
        var spec = Experiments.IsotropicGaussians(2) with { Data = new ConstantData([1, 2], 3) };
        spec = spec with { Network = spec.Network with { Activation = new TanhActivation() } };
        var fields = FieldEvaluator.For(spec);

        double Slope(double w1, double w2) => 1 - Math.Pow(Math.Tanh(w1 + 2 * w2), 2);
        var output = (Math.Tanh(1.8) + Math.Tanh(1.4) + Math.Tanh(-2.5)) / 3;
        Assert.Equal(3 * Slope(1.2, 0.3), fields.External(Particles)[0], 1e-14);
        Assert.Equal(6 * Slope(1.2, 0.3), fields.External(Particles)[1], 1e-14);
        Assert.Equal(-2 * output * Slope(-0.4, 0.9), fields.Interaction(Particles, Particles)[3], 1e-14);
    }

    [Fact]
    public void Both_fields_together_descend_the_risk()
    {
        var spec = Experiments.IsotropicGaussians(2) with
        {
            Data = new HypercubeData(2, [[0], [0, 1]], [1, 0.5]),
            Network = Experiments.IsotropicGaussians(2).Network with
            {
                Activation = new SigmoidActivation(0.2),
                OutputScale = 2,
                Amplitude = new ScalarParameterSpec { Trained = true, Initial = new ConstantScalar(1) },
                Bias = new ScalarParameterSpec { Trained = true, Initial = new ConstantScalar(0) },
            },
        };
        var fields = FieldEvaluator.For(spec);
        double[] rows = [0.4, -0.7, 1.2, 0.1, 0.9, 0.3, -0.8, -0.2];
        var total = fields.External(rows).Zip(fields.Interaction(rows, rows), (a, b) => a + b).ToArray();

        Assert.Equal(4, fields.ParameterLength);
        for (var i = 0; i < rows.Length; i++)
        {
            double Risk(double shift) => fields.Risk([.. rows[..i], rows[i] + shift, .. rows[(i + 1)..]]);
            // ∂R_N/∂θ_i = −(2α/N)(field)_i
            Assert.Equal(-2 * 2.0 / 2 * total[i], (Risk(1e-5) - Risk(-1e-5)) / 2e-5, 1e-8);
        }
    }

    [Fact]
    public void A_landscape_has_the_fields_as_its_slope_and_the_risk_as_its_mean()
    {
        var spec = Experiments.IsotropicGaussians(2) with
        {
            Data = new NeuralTeacherData(
                2, new TanhActivation(), [[1, 0], [0, 1]], [0.5, 0.5], 0, InputLaw.Gaussian),
        };
        spec = spec with { Network = spec.Network with { Activation = new ErfActivation() } };
        var fields = FieldEvaluator.For(spec);
        double[] other = [0.1, 0.2, -2, 1];
        double[] points = [0.7, -0.2, 0.7 + 1e-4, -0.2, 0.7 - 1e-4, -0.2];
        var landscapes = fields.Landscapes(points, [Particles, other]);

        var descent = fields.External(points).Zip(fields.Interaction(points, other), (a, b) => a + b);
        Assert.All(descent.Zip(landscapes[1].Descent), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        var slope = (landscapes[1].Potential[1] - landscapes[1].Potential[2]) / 2e-4;
        Assert.Equal(-landscapes[1].Descent[0], slope, 1e-7);
        // R = E y² + 2∫V + ∫∫U and ∫Ψ dρ = ∫V + ∫∫U; of the law that is ρ by half and 0 by half, ∫V + ½∫∫U
        var at = fields.Landscapes(Particles, [Particles, [.. Particles, 0, 0, 0, 0, 0, 0]]);
        var (whole, half) = (at[0].Potential.Average(), at[1].Potential.Average());
        var (external, interaction) = (2 * half - whole, 2 * (whole - half));
        var target = fields.Risk([0, 0]);
        Assert.Equal(target + 2 * external + interaction, fields.Risk(Particles), 1e-12);
    }

    [Fact]
    public void A_landscape_has_the_heights_and_slopes_of_the_potentials_in_closed_form()
    {
        var spec = Experiments.IsotropicGaussians(2) with
        {
            Data = new NeuralTeacherData(
                2, new ErfActivation(), [[1, 0], [0, 1]], [0.5, 0.5], 0, InputLaw.Gaussian),
        };
        spec = spec with { Network = spec.Network with { Activation = new ErfActivation() } };
        var landscape = FieldEvaluator.For(spec).Landscapes(Particles, [Particles])[0];
        var potential = PopulationPotentials.Of(spec).At(WeightedNeurons.Equal(2, Particles));
        for (var i = 0; i < 3; i++)
        {
            var theta = Particles.AsSpan(2 * i, 2);
            Assert.Equal(potential.Value(theta), landscape.Potential[i], 1e-10);
            Assert.Equal(-potential.Gradient(theta)[0], landscape.Descent[2 * i], 1e-10);
        }
    }

    [Fact]
    public void A_network_without_a_mean_field_limit_has_no_fields()
    {
        var spec = Experiments.IsotropicGaussians(2);
        Assert.Null(FieldEvaluator.Obstacle(spec));
        var lazy = spec with { Network = spec.Network with { Scaling = Scaling.Lazy } };
        Assert.Contains("kernel limit", FieldEvaluator.Obstacle(lazy)!);
    }

    [Fact]
    public void The_external_field_of_the_two_Gaussians_in_the_plane_is_radial_and_known()
    {
        var field = FieldEvaluator.For(Experiments.IsotropicGaussians(2));
        // −∇V = (w/r) ½ Σ_y y τ_y q′(τ_y r), for ⟨w, x⟩ ~ N(0, τ_y² r²)
        var q = new NormalHinges(HingeSum.Of(Experiments.Ramp)!);
        foreach (var r in new[] { 0.5, 1.0, 2.0 })
        {
            var expected = (1.8 * q.Slope(1.8 * r) - 0.2 * q.Slope(0.2 * r)) / 2;
            var computed = field.External([r * 0.6, r * 0.8]);
            Assert.Equal(0.6 * expected, computed[0], 0.02);
            Assert.Equal(0.8 * expected, computed[1], 0.02);
        }
    }

    [Fact]
    public void A_law_that_has_no_quadrature_is_refused_with_the_reason()
    {
        var refusal = Assert.Throws<NotSupportedException>(
            () => FieldEvaluator.For(Experiments.IsotropicGaussians()));
        Assert.Contains("dimensions", refusal.Message);
    }

    [Fact]
    public void Three_atoms_have_a_reference_of_their_own()
    {
        var spec = Experiments.IsotropicGaussians(2) with
        {
            Data = new LinearTeacherData(2, [1, 0.5], 0.1),
            Network = new NetworkSpec
            {
                Particles = 3,
                Activation = new TanhActivation(),
                Weights = new WeightsSpec
                {
                    Initial = new RowWeights([[1.2, 0.3], [-0.4, 0.9], [0.5, -1.5]]),
                },
            },
        };
        var solution = References.Choose(spec).Solver!.Solve([0, 0.5, 2]);
        Assert.Equal(DormandPrince.Order, solution.Order);
        Assert.True(solution.Points[2].Risk < solution.Points[1].Risk);
        Assert.True(solution.Points[1].Risk < solution.Points[0].Risk);
        Assert.Equal(1.0 / 3, solution.Points[0].WeightNorm!.Cumulative(1), 1e-12);
    }
}
