using System.Collections.Concurrent;
using System.Reflection;
using Akka.Actor;
using MeanField.Actors.Links;
using MeanField.Actors.Shards;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Chaos;

/// <summary>A link of its own for each run, so that runs with different seeds share one engine.</summary>
internal sealed class LinkOfRuns : IRoundLink
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo> Runs = new();

    private readonly ConcurrentDictionary<RunId, IRoundLink> _links = new();

    public void Use(RunId run, IRoundLink link) => _links[run] = link;

    public void Tell(IActorRef target, object message, IActorRef sender) =>
        _links[RunOf(message)].Tell(target, message, sender);

    private static RunId RunOf(object message) => message is ShardReporting reporting
        ? reporting.Report.Run
        : (RunId)Runs.GetOrAdd(message.GetType(), PropertyOf).GetValue(message)!;

    private static PropertyInfo PropertyOf(Type type) => type.GetProperty("Run")
        ?? throw new ArgumentException($"{type} belongs to no run", nameof(type));
}
