using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MeanField.Lab.Runs;

/// <summary>
/// Who runs an experiment, and where: what the specification does not say and the results do not depend on.
/// </summary>
public sealed record RunDescription
{
    /// <summary>"serial" or "actors".</summary>
    public required string Engine { get; init; }

    public int Shards { get; init; } = 1;

    /// <summary>Processes that the run was spread over.</summary>
    public int Nodes { get; init; } = 1;

    public required string ProgramVersion { get; init; }

    /// <summary>The commit that the program was built from, where it is known.</summary>
    public string? GitCommit { get; init; }

    public MachineDescription Machine { get; init; } = MachineDescription.Current;

    /// <summary>Addresses of the cluster members seen so far.</summary>
    public ImmutableArray<string> Members { get; init; } = [];
}

/// <summary>The machine that wrote a run.</summary>
public sealed record MachineDescription(
    string Name,
    string OperatingSystem,
    string Architecture,
    int Processors,
    string Runtime)
{
    public static MachineDescription Current { get; } = new(
        Environment.MachineName,
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        RuntimeInformation.FrameworkDescription);
}

/// <summary>Something that went wrong and that the run survived.</summary>
/// <param name="Step">The step it stood at.</param>
/// <param name="What">For people, in a line.</param>
public sealed record SurvivedFailure(long Step, string What);
