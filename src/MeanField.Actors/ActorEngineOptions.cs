using System.Collections.Immutable;
using System.Reflection;
using MeanField.Actors.Checkpoints;
using MeanField.Actors.Journals;
using MeanField.Actors.Links;
using MeanField.Actors.Membership;
using MeanField.Actors.Security;
using MeanField.Protocol;
using MeanField.Protocol.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeanField.Actors;

/// <summary>How a member is set up; by default a cluster of its own on loopback.</summary>
public sealed record ActorEngineOptions
{
    /// <summary>Threads that models are computed on.</summary>
    public int ComputeThreads { get; init; } = Environment.ProcessorCount;

    public NodeRoles Roles { get; init; } = NodeRoles.All;

    /// <summary>Where this member listens; port 0: whichever is free.</summary>
    public Endpoint Listen { get; init; } = Endpoint.Loopback;

    /// <summary>Where others reach it, if that is somewhere else (containers, address translation).</summary>
    public Endpoint? Public { get; init; }

    /// <summary>
    /// Members to join, any of which will do; empty: a cluster of its own. The first of the list may be this member:
    /// then it forms the cluster if no other answers.
    /// </summary>
    public ImmutableArray<Endpoint> Join { get; init; } = [];

    /// <summary>How connections are kept to ourselves; null: they are not.</summary>
    public TransportSecurity? Security { get; init; }

    public SplitBrainPolicy SplitBrain { get; init; } = SplitBrainPolicy.KeepFirst;

    /// <summary>What this member must have in common with all others.</summary>
    public MemberIdentity Identity { get; init; } = new(VersionOfThis(), WireCatalogue.Fingerprint, "");

    /// <summary>Hears of members that come and go; called from an actor, so it returns quickly.</summary>
    public Action<MembershipChange>? OnMembershipChange { get; init; }

    /// <summary>Where runs are written down.</summary>
    public JournalSettings Journal { get; init; } = JournalSettings.None;

    /// <summary>Whether clients that are no members may submit runs here: a desk, and a register of runs.</summary>
    public bool ServesClients { get; init; }

    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How a run's actors send to each other.</summary>
    public IRoundLink Link { get; init; } = new DirectLink();

    /// <summary>The coordinator's sense of time: what is unanswered for two ticks is asked again.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Where particles are saved; null: a shard that is lost is replayed from the seed.</summary>
    public CheckpointOptions? Checkpoints { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Further settings for Akka, before all others.</summary>
    public string Hocon { get; init; } = "";

    private static string VersionOfThis() => typeof(ActorEngineOptions).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
