using System.Collections.Immutable;

namespace MeanField.Lab.Runs;

/// <summary>What came out of a run: the content of <c>result.json</c>.</summary>
public sealed record RunResult
{
    public required RunStatus Status { get; init; }

    /// <summary>Steps whose residuals are recorded.</summary>
    public required long Steps { get; init; }

    /// <summary>SHA-256 over the final particles' bytes in order; null until they are all known.</summary>
    public string? FinalStateHash { get; init; }

    /// <summary>SHA-256 over the bytes of the recorded residuals.</summary>
    public required string TrajectoryHash { get; init; }

    /// <summary>In order of steps; histograms and paths are in files of their own.</summary>
    public ImmutableArray<Observation> Observations { get; init; } = [];

    public RunTiming Timing { get; init; } = RunTiming.None;

    /// <summary>What the run survived.</summary>
    public ImmutableArray<SurvivedFailure> Failures { get; init; } = [];

    /// <summary>How good foretold residuals were; null where every step had its round.</summary>
    public ResidualCertificate? Certificate { get; init; }

    /// <summary>Why the run failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Null until somebody has asked for a reference.</summary>
    public TheoryNote? Theory { get; init; }
}
