namespace MeanField.Actors.Checkpoints;

/// <summary>Where and how often particles are saved: changes no answer.</summary>
public sealed record CheckpointOptions
{
    /// <summary>A directory of this node's own, or one that all nodes share.</summary>
    public required string Directory { get; init; }

    /// <summary>Every particle is saved again after so long, if that is not too dear.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>And after so many steps, if not null.</summary>
    public long? Steps { get; init; }

    /// <summary>
    /// The part of a processor's time that saving may take; waiting for the disk takes none.
    /// </summary>
    public double Share { get; init; } = 0.02;

    /// <summary>Checkpoints kept of any particle; older ones go.</summary>
    public int Kept { get; init; } = 2;

    /// <summary>Bytes that are saved at a time at most: what saving adds to a node's memory.</summary>
    public int PieceBytes { get; init; } = 1 << 23;

    /// <summary>
    /// Whether a run's checkpoints stay when it is over, for whoever owns the directory to remove.
    /// </summary>
    public bool OutliveRuns { get; init; }
}
