using System.Collections.Immutable;
using MeanField.Actors.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeanField.Actors.Clients;

/// <summary>How a client reaches a cluster that it is no member of.</summary>
public sealed record ClusterClientOptions
{
    /// <summary>Members, any of which will do.</summary>
    public required ImmutableArray<Endpoint> Members { get; init; }

    /// <summary>How connections are kept to ourselves; null: they are not.</summary>
    public TransportSecurity? Security { get; init; }

    /// <summary>How long a question may go unanswered before the cluster is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Further settings for Akka, before all others.</summary>
    public string Hocon { get; init; } = "";
}

/// <summary>How a run is submitted.</summary>
public sealed record SubmissionOptions
{
    /// <summary>Null: a new name. The same name again, with the same specification, changes nothing.</summary>
    public MeanField.Protocol.RunId? Run { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Null: as many as suit the cluster.</summary>
    public int? Shards { get; init; }
}
