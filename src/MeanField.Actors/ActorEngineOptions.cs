using MeanField.Actors.Checkpoints;
using MeanField.Actors.Links;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeanField.Actors;

/// <summary>How an embedded member is set up.</summary>
public sealed record ActorEngineOptions
{
    /// <summary>Threads that models are computed on.</summary>
    public int ComputeThreads { get; init; } = Environment.ProcessorCount;

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
}
