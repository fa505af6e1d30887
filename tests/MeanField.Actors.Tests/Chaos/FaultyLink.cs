using Akka.Actor;
using MeanField.Actors.Links;

namespace MeanField.Actors.Tests.Chaos;

/// <summary>
/// Loses, repeats and delays what actors send, by a seed (and by the order in which threads come).
/// </summary>
internal sealed class FaultyLink(int seed, double loss, double repeats, int longestDelayMilliseconds)
    : IRoundLink
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();

    public void Tell(IActorRef target, object message, IActorRef sender)
    {
        int[] delays;
        lock (_lock)
            delays = _random.NextDouble() < loss ? []
                : _random.NextDouble() < repeats ? [Delay(), Delay()]
                : [Delay()];
        foreach (var delay in delays)
            if (delay == 0)
                target.Tell(message, sender);
            else
                _ = TellLater(target, message, sender, delay);
    }

    private int Delay() => _random.Next(10) < 9 ? 0 : _random.Next(1, longestDelayMilliseconds + 1);

    private static async Task TellLater(IActorRef target, object message, IActorRef sender, int delay)
    {
        await Task.Delay(delay);
        target.Tell(message, sender);
    }
}
