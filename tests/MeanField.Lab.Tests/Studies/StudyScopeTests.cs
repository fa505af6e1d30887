using MeanField.Lab.Studies;

namespace MeanField.Lab.Tests.Studies;

public class StudyScopeTests
{
    [Fact]
    public void Results_stand_in_the_order_of_their_seeds() =>
        Assert.Equal([1UL, 2, 3, 4, 5], new StudyScope(Effort.Tiny, Cores: 3).Replicate(5, seed => seed));

    [Fact]
    public void A_replicate_that_fails_says_so_as_if_it_had_run_alone()
    {
        var scope = new StudyScope(Effort.Tiny, Cores: 2);
        var failure = Assert.Throws<InvalidOperationException>(() =>
            scope.Replicate<int>(4, _ => throw new InvalidOperationException("diverged")));
        Assert.Equal("diverged", failure.Message);
    }

    [Fact]
    public void A_wish_to_stop_ends_the_measuring()
    {
        using var stop = new CancellationTokenSource();
        var scope = new StudyScope(Effort.Tiny, Cores: 1, stop.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => scope.Replicate(10, seed =>
        {
            if (seed == 2)
                stop.Cancel();
            Assert.True(seed <= 2);
            return seed;
        }));
    }
}
