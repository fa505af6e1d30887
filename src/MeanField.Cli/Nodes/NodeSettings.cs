using System.Collections.Immutable;
using MeanField.Actors;
using MeanField.Actors.Journals;
using MeanField.Actors.Membership;
using MeanField.Actors.Security;

namespace MeanField.Cli.Nodes;

/// <summary>What one process of a cluster decides for itself.</summary>
internal sealed record NodeSettings
{
    /// <summary>In the current directory.</summary>
    public const string DefaultData = "meanfield-data";

    public required Endpoint Listen { get; init; }

    public Endpoint? Public { get; init; }

    public ImmutableArray<Endpoint> Join { get; init; } = [];

    public NodeRoles Roles { get; init; } = NodeRoles.All;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public string Data { get; init; } = DefaultData;

    /// <summary>Where runs are written down; all members of a cluster name the same.</summary>
    public JournalSettings Journal { get; init; } = JournalSettings.None;

    /// <summary>Where it says whether it is well; null: nowhere.</summary>
    public Endpoint? Health { get; init; }

    /// <summary>Null: connections are open to whoever reaches them.</summary>
    public TransportSecurity? Security { get; init; }

    /// <summary>Whether connections from other machines may be open.</summary>
    public bool Insecure { get; init; }

    public bool Verbose { get; init; }

    private bool KeepsToThisMachine => Listen.IsLoopback && Public is not { IsLoopback: false };

    public void Check()
    {
        if (Threads < 1)
            throw Refusal.BadUsage("--threads", $"must be at least 1, is {Threads}");
        if (Listen.IsWildcard && Public is null)
            throw Refusal.BadUsage("--listen", $"{Listen} is no place that others can be sent to; add --public HOST:PORT");
        if (!KeepsToThisMachine && Security is null && !Insecure)
        {
            throw Refusal.BadUsage("--listen", $"other machines reach {Public ?? Listen}: give --certificate and --authority "
                + "('meanfield certificates' makes them), or say --insecure");
        }
    }

    public ActorEngineOptions Options() => new()
    {
        Listen = Listen,
        Public = Public,
        Join = Join,
        Roles = Roles,
        ComputeThreads = Threads,
        Checkpoints = new() { Directory = Path.Combine(Data, "checkpoints") },
        Security = Security,
        Journal = Journal,
        ServesClients = true,
        SplitBrain = SplitBrainPolicy.KeepMajority,
    };
}
