using System.Collections.Immutable;

namespace MeanField.Lab.Studies.Scaling;

/// <summary>Something that a step does so many times, at a price that is the same each time.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Symbol">Its price, as formulas call it.</param>
/// <param name="Times">How often a step does it, one after another.</param>
public sealed record StepCost(string Name, string Symbol, Func<StepSetting, double> Times);

/// <summary>
/// The α–β–γ model of a step: α for what is done once, or once a message; β a byte; γ what is done to particles.
/// </summary>
/// <remarks>
/// T = α₀ + α₁ (messages within the busiest process) + α₂ [over a network] + α₃ (messages at the coordinator)
/// + β (bytes there) + γ₀ (numbers of the window's tables) + γ₁ N b d / cores + γ₂ N b / cores + γ₃ (bytes that miss
/// the cache) / cores.
/// </remarks>
public static class StepCosts
{
    /// <summary>An exact sum as written, and the signal that comes down: bytes per sample and process.</summary>
    public const double BytesPerSample = 22 + 8;

    public static StepCost Round { get; } = new("a round", "α₀", _ => 1);

    /// <summary>Question and answer of each shard and of their combiner.</summary>
    public static StepCost LocalMessage { get; } = new(
        "a message within a process", "α₁", step => 2 * Math.Ceiling(step.Shards / (double)step.Processes) + 2);

    public static StepCost NetworkRoundTrip { get; } = new(
        "a round trip over the network", "α₂", step => step.Processes > 1 ? 1 : 0);

    /// <summary>Question and answer of each other process: they all pass through the coordinator.</summary>
    public static StepCost RemoteMessage { get; } = new(
        "a message at the coordinator", "α₃", step => 2 * (step.Processes - 1));

    public static StepCost Byte { get; } = new(
        "a byte at the coordinator", "β", step => (step.Processes - 1) * step.Batch * BytesPerSample);

    /// <summary>Inner products of a window's samples, which every shard makes for itself.</summary>
    public static StepCost TableNumber { get; } = new(
        "a product for the window's tables",
        "γ₀",
        step => (double)step.Batch * Math.Max(step.Batch, step.Window) * step.Dimension);

    public static StepCost Number { get; } = new(
        "a number of a particle", "γ₁", step => ParticlesPerCore(step) * step.Dimension);

    public static StepCost Particle { get; } = new("a particle", "γ₂", ParticlesPerCore);

    /// <summary>
    /// Weights are read and written once a window; a step reads half of its window's coefficients and writes one.
    /// What fits in the cache stays there.
    /// </summary>
    public static StepCost StreamedByte { get; } = new(
        "a byte that misses the cache", "γ₃", step => StreamedBytes(step) / step.Cores);

    public static ImmutableArray<StepCost> All { get; } =
    [
        Round, LocalMessage, NetworkRoundTrip, RemoteMessage, Byte, TableNumber, Number, Particle, StreamedByte,
    ];

    private static double ParticlesPerCore(StepSetting step) => (double)step.Particles * step.Batch / step.Cores;

    private static double StreamedBytes(StepSetting step)
    {
        var window = Math.Max(step.Batch, step.Window);
        var all = sizeof(double) * (double)step.Particles * (step.Dimension + window);
        var missing = Math.Max(0, 1 - step.CacheBytes / all);
        var perSample = 2.0 * step.Dimension / window + window / 2.0 + 2;
        return missing * sizeof(double) * step.Particles * step.Batch * perSample;
    }
}
