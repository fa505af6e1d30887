using MeanField.Actors.Coordination;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Simulation;

/// <summary>
/// All decisions of a run — coordinator's, combiners', shards', listener's — in one thread and virtual
/// time, over a network that loses, repeats, delays and reorders, with members, coordinators, listeners and
/// journals that die and come back: thousands of steps a second.
/// </summary>
internal sealed partial class SimulatedCluster
{
    private const int TickTime = 100;
    private const int MostCrashes = 15;

    // a run takes about 10⁵ units without accidents
    private const long LongestTime = 5_000_000;

    private readonly OscillatorWorkload _workload;
    private readonly Hazards _hazards;
    private readonly SimulatedNode[] _nodes;
    private readonly int[] _places;
    private readonly SimulatedShard?[] _shards;
    private readonly List<SimulatedCombiner> _combiners = [];
    private readonly List<SimulatedListener> _listeners = [];
    private RunProgress? _progress;
    private SimulatedJournal? _journal;
    private long _epoch;
    private int _crashes;

    public SimulatedCluster(
        OscillatorWorkload workload,
        int shards,
        int nodes,
        int seed,
        Hazards? hazards = null)
    {
        (_workload, Random) = (workload, new Random(seed));
        _hazards = hazards ?? Hazards.Of(Random);
        Network = new(Random, _hazards);
        _nodes = [.. Enumerable.Range(0, nodes).Select(_ => new SimulatedNode(this))];
        _places = [.. Enumerable.Range(0, shards).Select(_ => Random.Next(nodes))];
        _shards = new SimulatedShard?[shards];
    }

    public static RunId Run { get; } = new("simulated");

    public UnreliableNetwork Network { get; }

    public Random Random { get; }

    /// <summary>What the listener has heard, however often it was replaced.</summary>
    public RunRecord Record => _listeners[^1].Record;

    public RunEnding? Ending => _listeners[^1].Ending;

    public CommunicationLedger Ledger { get; } = new();

    public int SummaryLength => _workload.Model.SummaryLength;

    private int SignalLength => _workload.Model.SignalLength;

    public bool HasStopped { get; private set; }

    /// <summary>A coordinator and a listener that know the first signals of a run before.</summary>
    public void Start(ReadOnlySpan<double> known = default)
    {
        var archive = new RunArchive();
        archive.Signals.Append(known);
        Listen(new(SignalLength, known.Length / SignalLength), new(known.Length, 0, 0, 0, false));
        Take(archive, durable: null);
    }

    /// <summary>A coordinator with a journal, and a listener.</summary>
    public void StartJournaled(int longestWrite = 300)
    {
        _journal = new(this, longestWrite);
        Listen(new(SignalLength), EventCursor.Start);
        Recover();
    }

    /// <summary>Lets things happen until the run is over, or until the time given.</summary>
    public void Go(long until = long.MaxValue)
    {
        if (_hazards.TimeBetweenAccidents > 0)
            Network.After(_hazards.TimeBetweenAccidents, Accident);
        if (_hazards.TimeBetweenCrashes > 0)
            Network.After(_hazards.TimeBetweenCrashes, Crash);
        while (!IsOver && Network.Time < until)
        {
            Assert.True(Network.Next(), "Nothing is left to happen, but the run is not over.");
            Assert.True(Network.Time < LongestTime, $"The run does not end: {_progress?.Archive.Cursor} is there, {_listeners[^1].Cursor} was heard.");
        }
    }

    /// <summary>The coordinator is gone with all that it knew; some time later another takes the run up.</summary>
    public void CrashCoordinator()
    {
        _progress = null;
        _epoch++;
        Network.After(1 + Random.Next(2000), Recover);
    }

    /// <summary>The listener is gone; another goes on from what it had on disk, or from less.</summary>
    public void CrashListener()
    {
        var last = _listeners[^1];
        if (last.Ending is not null || !last.IsAlive)
            return;
        last.Die();
        Network.After(1 + Random.Next(2000), () => Listen(last.Record, last.Cursor));
    }

    /// <summary>The journal is away for a while, with what was on its way to it.</summary>
    public void LoseJournal()
    {
        if (!_journal!.IsThere)
            return;
        _journal.GoAway();
        _progress?.Journal!.Lost();
        Network.After(1 + Random.Next(5000), () =>
        {
            _journal.Return();
            if (_progress is { } progress)
                progress.Journal!.Returned(_journal.Read().Archive.Cursor);
        });
    }

    public void Attend(int listener, Publication.Attend attend) => _progress?.Attend(listener, attend);

    public void Written(EventCursor after) => _progress?.Journal!.Written(after);

    public void Enlisted(long epoch, int shard, int post, long step, long remembersFrom) =>
        Current(epoch)?.Enlisted(shard, post, step, remembersFrom);

    public void Recalled(Recollection.Recalled recalled) =>
        Network.Send(recalled, r => Current(r.Epoch)?.Recalled(r));

    public Transfers.SignalsServed? Serve(long epoch, long firstValue, int count) =>
        Current(epoch)?.Serve(firstValue, count);

    public SimulatedCombiner NewCombiner()
    {
        _combiners.Add(new(this, _combiners.Count));
        return _combiners[^1];
    }

    /// <summary>A combiner's death is noticed some time later, as a lost member is.</summary>
    public void CombinerDied(int post) =>
        Network.After(1 + Random.Next(1000), () => _progress?.Lost(post, "a member was lost"));

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

    // a coordinator that crashes after all has been told comes back for nobody
    private bool IsOver => Ending is not null && (HasStopped || _hazards.TimeBetweenCrashes > 0);

    private RunProgress? Current(long epoch) => epoch == _epoch ? _progress : null;

    private void Listen(RunRecord record, EventCursor from) =>
        _listeners.Add(new(this, _listeners.Count, record, from));

    private void Recover()
    {
        if (_progress is not null || _journal is not { IsThere: true })
        {
            if (_journal is { IsThere: false })
                Network.After(500, Recover);
            return;
        }
        var chronicle = _journal.Read();
        Take(chronicle.Archive, chronicle.Archive.Cursor);
    }

    private void Take(RunArchive archive, EventCursor? durable)
    {
        HasStopped = false;
        _progress = new(new(Run, ++_epoch, _shards.Length, 0, durable), _workload, archive, this);
        _progress.Start();
        var epoch = _epoch;
        Network.After(TickTime, () => Tick(epoch));
    }

    private void Tick(long epoch)
    {
        if (Current(epoch) is not { } progress)
            return;
        progress.Tick();
        Network.After(TickTime, () => Tick(epoch));
    }
}
