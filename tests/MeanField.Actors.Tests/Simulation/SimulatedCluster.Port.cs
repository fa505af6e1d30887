using MeanField.Actors.Coordination;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>What the coordinator decides, and what befalls members.</summary>
internal sealed partial class SimulatedCluster : IRunPort
{
    void IRunPort.Enlist(int shard, long step)
    {
        var epoch = _epoch;
        Network.Send(() => Placed(shard).Enlist(epoch, step));
    }

    void IRunPort.Recall(int shard, long firstValue)
    {
        var epoch = _epoch;
        Network.Send(() => Placed(shard).Recall(epoch, firstValue));
    }

    void IRunPort.ToPost(int post, IWireMessage message)
    {
        var epoch = _epoch;
        if (message is Rounds.Open question)
            Network.Send(question, _combiners[post].Open);
        else
            Network.Send(() => Network.Send(() => Current(epoch)?.Dismissed(post, new())));
    }

    void IRunPort.ToListener(int listener, IWireMessage message)
    {
        if (message is Publication.INumbered numbered)
            Network.Send(numbered, _listeners[listener].Receive);
        else
            Network.Send((Publication.SessionUnknown)message, _listeners[listener].Receive);
    }

    void IRunPort.Record(IWireMessage entry, EventCursor after) => _journal!.Write(entry, after);

    string IRunPort.MemberOf(int post) => $"post {post}";

    void IRunPort.RoundOpened()
    {
    }

    void IRunPort.RoundClosed()
    {
    }

    /// <summary>The actor is stopped; a listener that still wants something has it started again.</summary>
    void IRunPort.Stop()
    {
        HasStopped = true;
        if (_journal is null || _listeners[^1].Ending is not null)
            return;
        _progress = null;
        _epoch++;
        Network.After(1, Recover);
    }

    /// <summary>The shard where it is placed now, made afresh if it is not there yet.</summary>
    private SimulatedShard Placed(int shard)
    {
        if (_shards[shard] is not { IsAlive: true } alive)
        {
            alive = new(this, _nodes[_places[shard]], shard, _workload.Model, _shards.Length);
            _shards[shard] = alive;
        }
        return alive;
    }

    private void Accident()
    {
        var shard = Random.Next(_shards.Length);
        switch (Random.Next(4))
        {
            case 0:
                Kill(shard, afterwards: 0);
                break;
            case 1:
                // moved, while the old copy lives on for a while and answers too
                Kill(shard, afterwards: Random.Next(500));
                _shards[shard] = null;
                _places[shard] = Random.Next(_nodes.Length);
                break;
            case 2:
                _nodes[Random.Next(_nodes.Length)].KillCombiner();
                break;
        }
        Network.After(1 + Random.Next(2 * _hazards.TimeBetweenAccidents), Accident);
    }

    private void Crash()
    {
        switch (Random.Next(4))
        {
            case 0:
                CrashListener();
                break;
            case 1:
                LoseJournal();
                break;
            default:
                CrashCoordinator();
                break;
        }
        // for ever would be too long: a run gets on only as far as its journal between two crashes
        if (++_crashes < MostCrashes)
            Network.After(1 + Random.Next(2 * _hazards.TimeBetweenCrashes), Crash);
    }

    private void Kill(int shard, int afterwards)
    {
        if (_shards[shard] is not { } victim)
            return;
        var node = _nodes[_places[shard]];
        Network.After(afterwards, () =>
        {
            victim.IsAlive = false;
            node.Died(victim);
        });
    }
}
