namespace MeanField.Core.Specification;

/// <summary>One experiment, as resolved from its file: everything that the trajectory depends on.</summary>
/// <remarks>Two equal specifications give the same trajectory, bit for bit, on any engine and any
/// cluster.</remarks>
public sealed record ExperimentSpec
{
    public required string Name { get; init; }

    public ulong Seed { get; init; } = 1;

    public required NetworkSpec Network { get; init; }

    public required DataSpec Data { get; init; }

    public required TrainingSpec Training { get; init; }

    public ObserveSpec Observe { get; init; } = new();

    public ComputeSpec Compute { get; init; } = new();

    public CommunicationSpec Communication { get; init; } = new ExactCommunication();

    /// <summary>
    /// Numbers in the signal of a step: its residuals; by how much those of a window before were wrong, where they are
    /// foretold; where they are tried, how often they were.
    /// </summary>
    public int SignalLength => Communication is LookAheadCommunication ahead
        ? 2 * Training.Batch + (ahead.Tolerance is null ? 0 : 1)
        : Training.Batch;
}
