using MeanField.Core.Measures;
using MeanField.Core.Measures.Risks.Gaussian;
using MeanField.Core.Specification;

namespace MeanField.Core.Tests.Measures;

/// <summary>Closed forms in moments against the pairwise ones, which know nothing of them.</summary>
public class MomentRiskTests
{
    [Fact]
    public void A_linear_networks_risk_in_first_moments_is_its_risk_in_pairs() =>
        Agree(Specs.With(600, new LinearActivation(), new LinearTeacherData(4, [1, -1, 0.5, 2], 0.3)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_quadratic_networks_risk_in_second_moments_is_its_risk_in_pairs(bool centered) =>
        Agree(Specs.With(
            600, new QuadraticActivation(), new QuadraticTeacherData([1, -1, 0.5, 2], centered)));

    [Fact]
    public void A_matched_linear_network_is_left_with_the_noise()
    {
        var spec = Specs.With(3, new LinearActivation(), new LinearTeacherData(2, [1, 2], 0.5))
            .Changed(network => network with { Weights = new() { Initial = new FixedWeights([1, 2]) } });

        Assert.Equal(0.25, new PlainNetwork(spec).Observe().Column("exactRisk"), 15);
    }

    private static void Agree(ExperimentSpec spec)
    {
        spec = spec.Changed(network => network with
        {
            Amplitude = new() { Initial = new GaussianScalar(3) },
            Bias = new() { Initial = new GaussianScalar(1) },
        });
        var network = new PlainNetwork(spec);
        var (function, scale) = (new RidgeFunction(spec.Network.Activation), NetworkScale.Of(spec.Network));
        var neurons = network.Rows.Chunk(6)
            .Select(row => new Ridge(scale * row[4], function, row.AsMemory(0, 4), row[5])).ToArray();

        var inPairs = GaussianRisk.Of(GaussianTarget.Of(spec.Data)!, neurons);
        Assert.Equal(1, network.Observe().Column("exactRisk") / inPairs, 11);
    }
}
