namespace MeanField.Actors.Tests.Simulation;

/// <summary>What a simulated cluster does to messages and members.</summary>
/// <param name="Loss">Fraction of messages lost.</param>
/// <param name="Repeats">Fraction of messages that come twice.</param>
/// <param name="LongestDelay">Messages take 1 to so many units of time, each its own.</param>
/// <param name="TimeBetweenAccidents">Mean time between a shard's or combiner's death or a shard's move; 0:
/// none.</param>
/// <param name="TimeBetweenCrashes">Mean time between a coordinator's or listener's death or a journal's absence;
/// 0: none.</param>
internal sealed record Hazards(
    double Loss, double Repeats, int LongestDelay, int TimeBetweenAccidents, int TimeBetweenCrashes = 0)
{
    public static Hazards None { get; } = new(0, 0, 1, 0);

    /// <summary>Of all kinds, some seeds rougher than others.</summary>
    public static Hazards Of(Random random) => new(
        random.NextDouble() * 0.15, random.NextDouble() * 0.2, 1 + random.Next(30), 500 + random.Next(2000));
}
