using Akka.Actor;
using MeanField.Actors.Listening;
using MeanField.Actors.Register;

namespace MeanField.Actors.Clients;

/// <summary>The desks of a cluster, one after another: whoever does not answer is passed over the next time.</summary>
internal sealed class DeskGateway(ExtendedActorSystem system, string cluster, IEnumerable<Endpoint> members)
    : IRunGateway
{
    private readonly Lock _lock = new();
    private readonly List<string> _desks =
        [.. members.Select(member => $"{PathOf(system, cluster, member)}/user/{RunDesk.Name}")];
    private int _next;

    public IActorRef Next()
    {
        lock (_lock)
        {
            _next = (_next + 1) % _desks.Count;
            return system.Provider.ResolveActorRef(_desks[_next]);
        }
    }

    /// <summary>Members that have been told of by others.</summary>
    public void Add(IEnumerable<string> desks)
    {
        lock (_lock)
            _desks.AddRange(desks.Except(_desks).ToList());
    }

    private static Address PathOf(ExtendedActorSystem system, string cluster, Endpoint member) =>
        new(system.Provider.DefaultAddress.Protocol, cluster, member.Host, member.Port);
}
