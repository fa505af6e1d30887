using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>Closed forms of the risk against plain Monte Carlo, within 5 of its standard errors.</summary>
public class ExactRiskTests
{
    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_exact_risk_is_what_samples_estimate(ActivationSpec activation, DataSpec data)
    {
        var spec = Specs.With(12, activation, data, seed: 3, samples: 4000).Starting(1.5);
        spec = spec.Changed(network => network with
        {
            Bias = new() { Trained = true, Initial = new GaussianScalar(0.5) },
            Amplitude = new() { Initial = new GaussianScalar(1) },
        });
        var observed = new PlainNetwork(spec).Observe();

        Assert.InRange(
            observed.Column("exactRisk"),
            observed.Risk - 5 * observed.RiskStandardError,
            observed.Risk + 5 * observed.RiskStandardError);
    }

    [Theory]
    [InlineData(Scaling.MeanField, 2)]
    [InlineData(Scaling.Lazy, 0.5)]
    public void Scalings_and_the_output_scale_enter_the_exact_risk(Scaling scaling, double outputScale)
    {
        var spec = Specs.With(30, Specs.Ramp, new IsotropicGaussiansData(4, 0.8), samples: 4000)
            .Changed(network => network with { Scaling = scaling, OutputScale = outputScale });
        var observed = new PlainNetwork(spec).Observe();

        Assert.InRange(
            observed.Column("exactRisk"),
            observed.Risk - 5 * observed.RiskStandardError,
            observed.Risk + 5 * observed.RiskStandardError);
    }

    [Fact]
    public void A_whole_test_set_makes_the_risk_itself_exact()
    {
        var data = new HypercubeData(3, [[0], [1, 2]], [1, 0.5]);
        var network = new PlainNetwork(Specs.With(20, new TanhActivation(), data, samples: 1));
        var expected = Enumerable.Range(0, 8).Average(corner =>
        {
            double[] x = [.. Enumerable.Range(0, 3).Select(i => 1 - 2.0 * (corner >> i & 1))];
            var error = x[0] + 0.5 * x[1] * x[2] - network.Sum(x, 0, 20) / 20;
            return error * error;
        });
        var observed = network.Observe();

        Assert.Equal(expected, observed.Risk, 14);
        Assert.Equal(0, observed.RiskStandardError);
        Assert.Equal(observed.Risk, observed.Column("exactRisk"));
    }

    [Fact]
    public void A_linearised_network_and_one_of_too_many_pairs_have_no_exact_risk()
    {
        var spec = Specs.With(4097, new TanhActivation(), new IsotropicGaussiansData(10, 0.8), samples: 1);

        Assert.DoesNotContain(new PlainNetwork(spec).Observe().Columns, column => column.Name == "exactRisk");
        spec = spec.Changed(network => network with { Particles = 5, Scaling = Scaling.Linearized });
        Assert.DoesNotContain(new PlainNetwork(spec).Observe().Columns, column => column.Name == "exactRisk");
    }

    public static TheoryData<ActivationSpec, DataSpec> Pairs()
    {
        ActivationSpec[] activations =
        [
            Specs.Ramp, new ReluActivation(), new TanhActivation(), new ErfActivation(),
            new SigmoidActivation(0.5), new SoftplusActivation(), new LinearActivation(), new QuadraticActivation(), new SineActivation(),
            new PolynomialActivation([0.3, -1, 0.5, 0.2]),
        ];
        DataSpec[] laws =
        [
            new IsotropicGaussiansData(2, 0.5),
            new AnisotropicGaussiansData(5, 0.6, 2),
            new LinearTeacherData(3, [1, -0.5, 0.2], 0.3),
            new QuadraticTeacherData([1, -0.5, 0.2], true),
            new QuadraticTeacherData([1, -0.5, 0.2], false),
            new NeuralTeacherData(2, new TanhActivation(), [[1, 1], [0, 2]], [1, -2], 0.1, InputLaw.Gaussian),
            new NeuralTeacherData(2, new ReluActivation(), [[1, 0], [0, 2]], [1, -2], 0.1, InputLaw.Gaussian),
        ];
        var pairs = new TheoryData<ActivationSpec, DataSpec>();
        foreach (var activation in activations)
        {
            foreach (var law in laws)
                pairs.Add(activation, law);
        }
        return pairs;
    }
}
