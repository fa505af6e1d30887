using MeanField.Lab.Studies.Scaling;

namespace MeanField.Lab.Tests.Studies.Scaling;

public class ClusterForecastTests
{
    private static readonly ClusterForecast Forecast = new(CostFit.Of(PricedSteps.Times()), CoresPerNode: 2, CacheBytesPerNode: 32e6);

    [Fact]
    public void A_cluster_of_one_node_does_what_the_node_does()
    {
        var alone = Forecast.Prices.Seconds(new()
        {
            Particles = 100_000,
            Dimension = 20,
            Shards = 8,
            Cores = 2,
            CacheBytes = 32e6,
        });
        Assert.Equal(alone, Forecast.Flat(100_000, 20, 1), 1e-12);
        Assert.Equal(alone, Forecast.Tree(100_000, 20, 1, 16), 1e-12);
    }

    [Fact]
    public void Without_a_tree_a_round_grows_by_the_same_with_every_node()
    {
        // one particle a node: nothing but rounds
        double Round(int nodes) => Forecast.Flat(nodes, 1, nodes);
        Assert.Equal((Round(2000) - Round(1000)) / 1000, (Round(10_000) - Round(2000)) / 8000, 1e-12);
        var more = 2 * PricedSteps.PriceOf(StepCosts.RemoteMessage)
            + StepCosts.BytesPerSample * PricedSteps.PriceOf(StepCosts.Byte);
        Assert.Equal(more, (Round(2000) - Round(1000)) / 1000, 1e-10);
    }

    [Fact]
    public void With_a_tree_a_round_grows_by_the_same_with_every_power_of_the_fan_out()
    {
        double Round(int nodes) => Forecast.Tree(nodes, 1, nodes, 10);
        Assert.Equal(Round(1000) - Round(100), Round(10_000) - Round(1000), 1e-12);
    }

    [Theory]
    [InlineData(1, 16, 0)]
    [InlineData(16, 16, 1)]
    [InlineData(17, 16, 2)]
    [InlineData(10_000, 10, 4)]
    [InlineData(10_001, 10, 5)]
    public void A_tree_has_as_many_levels_as_it_takes(int nodes, int fanOut, int levels) =>
        Assert.Equal(levels, ClusterForecast.Levels(nodes, fanOut));

    [Fact]
    public void Memory_is_what_the_law_allows() =>
        Assert.Equal(1.15 * 8 * 28 * 1e8, ClusterForecast.BytesPerNode(1_000_000_000_000, 20, 10_000), 1);
}
