using MeanField.Actors.Listening;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>
/// Follows a run and keeps what it hears on a disk of its own; when it dies another goes on from there.
/// </summary>
internal sealed class SimulatedListener
{
    private const int TickTime = 250;

    private readonly SimulatedCluster _cluster;
    private readonly EventSequence _sequence;

    public SimulatedListener(SimulatedCluster cluster, int number, RunRecord record, EventCursor from)
    {
        (_cluster, Number, Record, Cursor) = (cluster, number, record, from);
        _sequence = new(from);
        Tick();
    }

    public int Number { get; }

    public RunRecord Record { get; }

    /// <summary>What is in the record.</summary>
    public EventCursor Cursor { get; private set; }

    public RunEnding? Ending { get; private set; }

    public bool IsAlive { get; private set; } = true;

    public void Die() => IsAlive = false;

    public void Receive(Publication.INumbered message)
    {
        if (!IsAlive)
            return;
        if (Ending is null && _sequence.IsNext(message))
        {
            if (_sequence.Take(message) is { } runEvent)
            {
                Record.Take(runEvent);
                Cursor = Cursor.After(runEvent);
            }
            if (message is Publication.RunEnded ended)
                Ending = ended.Ending;
        }
        Attend();
    }

    public void Receive(Publication.SessionUnknown message)
    {
        _sequence.Forgotten(message);
        Attend();
    }

    private void Tick()
    {
        if (!IsAlive)
            return;
        Attend();
        _cluster.Network.After(TickTime, Tick);
    }

    private void Attend()
    {
        if (IsAlive)
            _cluster.Network.Send(
                _sequence.Attend(SimulatedCluster.Run, _sequence.Received),
                attend => _cluster.Attend(Number, attend));
    }
}
