using MeanField.Actors.Checkpoints;

namespace MeanField.Actors.Tests.Checkpoints;

public sealed class CheckpointTurnsTests
{
    private const long Patience = 1000;

    [Fact]
    public void Nobody_begins_while_another_saves_or_before_the_pause_is_over()
    {
        var turns = new CheckpointTurns(Patience);
        Assert.True(turns.TryBegin("first", 0));
        Assert.False(turns.TryBegin("second", 500));
        turns.End(free: 600);
        Assert.False(turns.TryBegin("second", 599));
        Assert.True(turns.TryBegin("second", 600));
    }

    [Fact]
    public void All_come_to_their_turn_though_one_always_asks_first()
    {
        var turns = new CheckpointTurns(Patience);
        string[] askers = ["a", "b", "c", "d"];
        var served = new List<string>();
        for (long now = 0; now < 400; now += 10)
            foreach (var asker in askers)
                if (turns.TryBegin(asker, now))
                {
                    served.Add(asker);
                    turns.End(now + 5);
                }
        Assert.All(askers, asker => Assert.Equal(served.Count / 4.0, served.Count(one => one == asker), 1.0));
    }

    [Fact]
    public void Who_is_gone_or_has_not_asked_for_long_is_not_waited_for()
    {
        var turns = new CheckpointTurns(Patience);
        Assert.True(turns.TryBegin("first", 0));
        Assert.False(turns.TryBegin("gone", 1));
        Assert.False(turns.TryBegin("silent", 2));
        turns.End(free: 10);
        turns.Forget("gone");
        Assert.False(turns.TryBegin("first", 10));
        Assert.True(turns.TryBegin("first", 2 + Patience));
    }
}
