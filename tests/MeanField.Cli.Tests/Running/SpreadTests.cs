using MeanField.Cli.Running;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Cli.Tests.Running;

public class SpreadTests
{
    [Fact]
    public void Every_process_gets_a_shard_where_there_are_leaves_enough()
    {
        var spread = Spread.Of(new(EngineKind.Actors, null, 3), Model(800));
        Assert.Equal((3, 3), (spread.Nodes, spread.Shards));
    }

    [Fact]
    public void Shards_that_were_asked_for_are_not_changed() =>
        Assert.Equal(2, Spread.Of(new(EngineKind.Actors, 2, 3), Model(800)).Shards);

    [Fact]
    public void There_are_never_more_shards_than_leaves()
    {
        var spread = Spread.Of(new(EngineKind.Actors, null, 5), Model(800));
        Assert.Equal(4, spread.Shards);
        Assert.Contains("nothing to do", spread.Remark(Model(800)), StringComparison.Ordinal);
    }

    [Fact]
    public void One_process_needs_no_remark() =>
        Assert.Null(Spread.Of(new(EngineKind.Actors, null), Model(800)).Remark(Model(800)));

    private static IMeanFieldModel Model(int particles) => Experiment.Create(SpecificationFile.Read(
        Path.Combine(Repository.Root, "config", "experiments", "quick-look.json"),
        [$"network.particles={particles}"])).Model;
}
