using MeanField.Actors.Coordination;
using MeanField.Actors.Listening;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>
/// All decisions of a run — coordinator's, combiners', shards', listener's — in one thread and virtual
/// time, over a network that loses, repeats, delays and reorders, with members that die and move: thousands
/// of steps a second.
/// </summary>
internal sealed class SimulatedCluster : IRunPort
{
    private const int TickTime = 100;

    private readonly OscillatorWorkload _workload;
    private readonly Random _random;
    private readonly Hazards _hazards;
    private readonly SimulatedNode[] _nodes;
    private readonly int[] _places;
    private readonly SimulatedShard?[] _shards;
    private readonly List<SimulatedCombiner> _combiners = [];
    private EventSequence _events = new();
    private RunProgress _progress = null!;
    private long _epoch;

    public SimulatedCluster(
        OscillatorWorkload workload,
        int shards,
        int nodes,
        int seed,
        Hazards? hazards = null)
    {
        (_workload, _random) = (workload, new Random(seed));
        _hazards = hazards ?? Hazards.Of(_random);
        Network = new(_random, _hazards);
        _nodes = [.. Enumerable.Range(0, nodes).Select(_ => new SimulatedNode(this))];
        _places = [.. Enumerable.Range(0, shards).Select(_ => _random.Next(nodes))];
        _shards = new SimulatedShard?[shards];
        Record = new(workload.Model.SummaryLength);
    }

    public UnreliableNetwork Network { get; }

    public RunRecord Record { get; private set; }

    public RunEnding? Ending { get; private set; }

    public CommunicationLedger Ledger { get; } = new();

    public int SummaryLength => _workload.Model.SummaryLength;

    public bool HasStopped { get; private set; }

    /// <summary>A coordinator takes the run up, knowing the first signals of its predecessor.</summary>
    public void StartCoordinator(ReadOnlySpan<double> known = default)
    {
        var journal = new SignalJournal();
        journal.Append(known);
        Record = new(SummaryLength, known.Length / SummaryLength);
        _events = new();
        _progress = new(new(new("simulated"), ++_epoch, _shards.Length, 0), _workload, journal, this);
        _progress.Start();
        Network.After(TickTime, () => Tick(_epoch));
    }

    /// <summary>Lets things happen until the run is over, or until the time given.</summary>
    public void Run(long until = long.MaxValue)
    {
        if (_hazards.TimeBetweenAccidents > 0)
            Network.After(_hazards.TimeBetweenAccidents, Accident);
        while (!HasStopped && Network.Time < until)
            Assert.True(Network.Next(), "Nothing is left to happen, but the run is not over.");
    }

    public void Enlisted(long epoch, int shard, int post)
    {
        if (epoch == _epoch)
            _progress.Enlisted(shard, post);
    }

    public Transfers.SignalsServed? Serve(long epoch, long firstValue, int count) =>
        epoch == _epoch ? _progress.Serve(firstValue, count) : null;

    public SimulatedCombiner NewCombiner()
    {
        _combiners.Add(new(this, _combiners.Count));
        return _combiners[^1];
    }

    public void ToCoordinator(IWireMessage message)
    {
        switch (message)
        {
            case Rounds.NodeAnswered answer:
                Network.Send(answer, a => Current(a.Stamp.Epoch)?.Answered(a));
                break;
            case Enlisting.ShardsMissing missing:
                Network.Send(missing, m => Current(m.Stamp.Epoch)?.Missing(m.Stamp, m.Shards));
                break;
        }
    }

    void IRunPort.Enlist(int shard, long step)
    {
        var epoch = _epoch;
        Network.Send(() => Placed(shard).Enlist(epoch, step));
    }

    void IRunPort.ToPost(int post, IWireMessage message)
    {
        var epoch = _epoch;
        if (message is Rounds.Open question)
            Network.Send(question, _combiners[post].Open);
        else
            Network.Send(() => Network.Send(() => Current(epoch)?.Dismissed(post, new())));
    }

    void IRunPort.ToListener(Publication.INumbered message)
    {
        var epoch = _epoch;
        Network.Send(message, received => Listen(received, epoch));
    }

    void IRunPort.RoundOpened()
    {
    }

    void IRunPort.RoundClosed()
    {
    }

    void IRunPort.Stop() => HasStopped = true;

    private RunProgress? Current(long epoch) => epoch == _epoch ? _progress : null;

    private void Listen(Publication.INumbered message, long epoch)
    {
        if (epoch != _epoch)
            return;
        if (_events.IsNext(message))
        {
            if (_events.Take(message) is { } runEvent)
                Record.Take(runEvent);
            if (message is Publication.RunEnded ended)
                Ending = ended.Ending;
        }
        var received = _events.Received;
        Network.Send(
            new Publication.Delivered(message.Run, epoch, received, received),
            delivered => Current(epoch)?.Delivered(delivered));
    }

    private void Tick(long epoch)
    {
        if (epoch != _epoch || HasStopped)
            return;
        _progress.Tick();
        Network.After(TickTime, () => Tick(epoch));
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
        var shard = _random.Next(_shards.Length);
        switch (_random.Next(4))
        {
            case 0:
                Kill(shard, afterwards: 0);
                break;
            case 1:
                // moved, while the old copy lives on for a while and answers too
                Kill(shard, afterwards: _random.Next(500));
                _shards[shard] = null;
                _places[shard] = _random.Next(_nodes.Length);
                break;
            case 2:
                _nodes[_random.Next(_nodes.Length)].KillCombiner();
                break;
        }
        Network.After(1 + _random.Next(2 * _hazards.TimeBetweenAccidents), Accident);
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
