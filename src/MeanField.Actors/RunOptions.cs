using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Actors;

/// <summary>How one run is carried out: changes no answer.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// Particles of a shard at least, unless asked otherwise: below, messages cost more than they share
    /// out.
    /// </summary>
    public const int ParticlesPerShard = 4096;

    private const int ShardsPerThread = 4;

    /// <summary>Null: a new name.</summary>
    public RunId? Run { get; init; }

    /// <summary>Null: four for each thread, of at least <see cref="ParticlesPerShard"/> particles.</summary>
    public int? Shards { get; init; }

    /// <summary>Signals of the first steps, from a run of the same specification before.</summary>
    public ReadOnlyMemory<double> KnownSignals { get; init; }

    /// <summary>Observed steps before this one are not measured.</summary>
    public long ObserveFrom { get; init; }

    internal static RunId NewName() => new($"run-{Guid.CreateVersion7():N}");

    /// <summary>The number of shards for a model: never more than it has leaves.</summary>
    public int ShardsFor(IMeanFieldModel model, int threads)
    {
        var wanted = Shards ?? (int)Math.Min(ShardsPerThread * threads, model.Particles / ParticlesPerShard);
        return Math.Clamp(wanted, 1, Math.Min(model.Leaves, ShardSet.MaximumShards));
    }
}
