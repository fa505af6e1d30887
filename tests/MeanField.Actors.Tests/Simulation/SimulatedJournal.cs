using MeanField.Actors.Coordination;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>
/// A database: takes entries in order, some time later; when it is away it loses what was on its way.
/// </summary>
internal sealed class SimulatedJournal(SimulatedCluster cluster, int longestWrite)
{
    private readonly List<IWireMessage> _entries = [];
    private int _connection;
    private long _lastWrite;

    /// <summary>Whether it can be written and read.</summary>
    public bool IsThere { get; private set; } = true;

    public void Write(IWireMessage entry, EventCursor after)
    {
        var connection = _connection;
        _lastWrite = Math.Max(_lastWrite, cluster.Network.Time) + 1 + cluster.Random.Next(longestWrite);
        cluster.Network.After(_lastWrite - cluster.Network.Time, () =>
        {
            if (connection != _connection || !IsThere)
                return;
            _entries.Add(UnreliableNetwork.Travelled(entry));
            cluster.Written(after);
        });
    }

    /// <summary>What there is, for a new incarnation; what the old one has under way is lost.</summary>
    public RunChronicle Read()
    {
        _connection++;
        var chronicle = new RunChronicle();
        foreach (var entry in _entries)
            chronicle.Add(UnreliableNetwork.Travelled(entry));
        return chronicle;
    }

    public void GoAway() => IsThere = false;

    public void Return() => IsThere = true;
}
