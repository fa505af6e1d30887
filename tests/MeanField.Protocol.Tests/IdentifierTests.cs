using CsCheck;

namespace MeanField.Protocol.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-begins-with-a-dash")]
    [InlineData("has a space")]
    [InlineData("has/slash")]
    [InlineData("this-name-is-far-too-long-for-a-run-because-it-has-sixty-five-char")]
    public void A_run_has_a_name_that_actors_can_bear(string name) =>
        Assert.Throws<FormatException>(() => new RunId(name));

    [Fact]
    public void A_round_is_before_one_of_a_later_epoch_whatever_its_number()
    {
        var run = new RunId("run");
        var late = new RoundStamp(run, 1, 100, 50);
        Assert.True(late.IsBefore(new(run, 2, 1, 0)));
        Assert.True(late.IsBefore(new(run, 1, 101, 50)));
        Assert.False(late.IsBefore(new(run, 1, 100, 50)));
        Assert.False(new RoundStamp(run, 2, 1, 0).IsBefore(late));
    }

    [Fact]
    public void A_shard_set_holds_what_was_put_in() => Gen.Int[0, 500].Array[0, 60].Sample(shards =>
    {
        var set = ShardSet.Of(shards);
        Assert.Equal(shards.Distinct().Order(), set.Shards());
        Assert.Equal(shards.Distinct().Count(), set.Count);
        Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(shards.Contains(i), set.Contains(i)));
        Assert.Equal(set, ShardSet.FromWords([.. set.Words, 0, 0]));
        Assert.Equal(set.GetHashCode(), ShardSet.Of(shards.Reverse()).GetHashCode());
    });

    [Fact]
    public void Ledgers_add_up_line_by_line_and_keep_the_busiest_node()
    {
        var (one, two) = (new CommunicationLedger(), new CommunicationLedger());
        one.Count(TrafficKind.StepSummary, TrafficLink.Remote, TrafficDirection.Sent, 24);
        two.Count(TrafficKind.StepSummary, TrafficLink.Remote, TrafficDirection.Sent, 16);
        two.Count(TrafficKind.Enlisting, TrafficLink.Local, TrafficDirection.Received, 0);
        (one.LongestNode, two.LongestNode) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        one.Rounds = TimeSpan.FromSeconds(5);
        one.Merge(two);
        Assert.Equal(
            [
                new(TrafficKind.Enlisting, TrafficLink.Local, TrafficDirection.Received, 1, 0),
                new TrafficEntry(TrafficKind.StepSummary, TrafficLink.Remote, TrafficDirection.Sent, 2, 40),
            ],
            one.Entries());
        Assert.Equal(TimeSpan.FromSeconds(2), one.Network);
    }
}
