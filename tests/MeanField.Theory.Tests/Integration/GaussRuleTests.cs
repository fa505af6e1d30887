using MeanField.Theory.Integration;

namespace MeanField.Theory.Tests.Integration;

public class GaussRuleTests
{
    [Fact]
    public void Rules_have_the_moments_of_their_laws()
    {
        var normal = GaussRules.Normal(12);
        Assert.Equal(1, normal.Weights.Sum(), 1e-13);
        Assert.Equal(15, normal.Integrate(g => Math.Pow(g, 6)), 1e-10);
        // E G(G+1)(G+2)... : the third moment of Gamma(20) is 20·21·22
        Assert.Equal(20 * 21 * 22, GaussRules.Gamma(20, 12).Integrate(g => g * g * g), 1e-8);
        Assert.Equal(320, GaussRules.Chi(320, 24).Integrate(r => r * r), 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void A_coordinate_of_the_sphere_has_its_second_and_fourth_moments(int d)
    {
        var rule = GaussRules.SphereCoordinate(d, 16);
        Assert.Equal(1.0 / d, rule.Integrate(w => w * w), 1e-13);
        Assert.Equal(3.0 / (d * (d + 2)), rule.Integrate(w => w * w * w * w), 1e-13);
    }

    [Fact]
    public void Pruning_keeps_the_mass()
    {
        var rule = GaussRules.Gamma(20, 64);
        var pruned = rule.Pruned();
        Assert.True(pruned.Count < rule.Count);
        Assert.Equal(rule.Weights.Sum(), pruned.Weights.Sum(), 1e-15);
    }
}
