using MeanField.Actors.Checkpoints;
using MeanField.Actors.Links;
using MeanField.Actors.Workloads;

namespace MeanField.Actors.Shards;

/// <summary>What a node lends to the actors of its runs.</summary>
internal sealed record NodeSurroundings(
    WorkloadShelf Shelf,
    IRoundLink Link,
    TimeProvider Clock,
    TimeSpan Tick,
    ReplayThreads Replays,
    CheckpointStore? Checkpoints = null)
{
    /// <summary>Threads that models are computed on.</summary>
    public int ComputeThreads { get; init; } = 1;

    /// <summary>Whether runs are to survive their coordinators.</summary>
    public bool KeepsJournals { get; init; }
}
