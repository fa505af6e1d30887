using System.Collections.Immutable;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A run as its coordinator sees it: one question to all shards at a time, their answers, the signal made
/// of them, its archive. Knows neither clock nor links: what happens comes in by calls, what follows leaves
/// by the port.
/// </summary>
internal sealed class RunProgress
{
    private const int TicksBetweenTelling = 4;

    private readonly RunTerms _terms;
    private readonly IWorkload _workload;
    private readonly IRunPort _port;
    private readonly RunArchive _archive;
    private readonly Inquiry _inquiry;
    private readonly ShardMemory _memory;
    private readonly Itinerary _itinerary;
    private readonly Audience _audience;
    private readonly JournalFeed? _journal;
    private readonly RunClosing _closing;
    private readonly HashSet<string> _members = [];
    private readonly RoundDecision _decision;
    private IProbePlan? _plan;
    private ParticleReading? _reading;
    private long _ticks;

    /// <param name="terms">What it is told once.</param>
    /// <param name="workload">What is computed and measured.</param>
    /// <param name="archive">What incarnations before have left, durable where there is a journal.</param>
    /// <param name="port">Where decisions go.</param>
    public RunProgress(RunTerms terms, IWorkload workload, RunArchive archive, IRunPort port)
    {
        (_terms, _workload, _archive, _port) = (terms, workload, archive, port);
        var length = workload.Model.SignalLength;
        var feed = new EventFeed(archive, length);
        _inquiry = new(terms, workload.Model.SummaryLength, port);
        _memory = new(archive, length, port);
        _itinerary = new(workload.ObservedSteps, terms.ObserveFrom, archive.Observations.Count);
        _audience = new(terms, archive, feed, workload.Model, port);
        _journal = terms.Durable is { } durable ? new(archive, feed, durable, length, port) : null;
        _closing = new(terms, archive, _audience, _journal, port);
        _members.UnionWith(archive.Incidents.OfType<MemberJoined>().Select(joined => joined.Member));
        _decision = new(workload.Model);
        Step = _itinerary.NextStop(KnownSteps);
    }

    /// <summary>
    /// k: all steps before it are in the archive, and no later state will be asked about before θ^k.
    /// </summary>
    public long Step { get; private set; }

    /// <summary>Whether a finished run is only waiting for its listeners.</summary>
    public bool WaitsForListeners =>
        _archive.Ending is not null && !_closing.HasBegun && !_inquiry.IsOpen && !_audience.IsEmpty;

    public RunArchive Archive => _archive;

    /// <summary>Null where none is kept.</summary>
    public JournalFeed? Journal => _journal;

    public IEnumerable<string> Holders => _inquiry.Posts.Select(_port.MemberOf).Distinct();

    /// <summary>Steps done: of a round all or none.</summary>
    public long KnownSteps => Model.WholeRounds(_archive.Signals.Count / Model.SignalLength);

    private IMeanFieldModel Model => _workload.Model;

    /// <summary>A finished run needs its shards only to have their particles read.</summary>
    private bool NeedsShards =>
        !_closing.HasBegun && (_archive.Ending is null || _audience.ParticlesWanted is not null);

    private bool MayOpen => !_closing.HasBegun && _inquiry.IsReady && _memory.IsExhausted;

    public void Start()
    {
        if (_archive.Ending is RunEnding.Failed or RunEnding.Interrupted)
            Close();
        else if (NeedsShards)
            Call();
    }

    public void Enlisted(int shard, int post, long step, long remembersFrom)
    {
        if (_closing.HasBegun)
        {
            _closing.Dismiss(post);
            return;
        }
        if (_members.Add(_port.MemberOf(post)))
            _archive.Add(new MemberJoined(_port.MemberOf(post)));
        _memory.Reported(shard, step, remembersFrom);
        _inquiry.Place(shard, post);
        if (_inquiry.IsComplete)
            _memory.Ask();
        Proceed();
    }

    public void Recalled(Recollection.Recalled recalled)
    {
        _memory.Recalled(recalled);
        Step = Math.Max(Step, _itinerary.NextStop(KnownSteps));
        Proceed();
    }

    /// <summary>Shards that a post was asked about and does not have.</summary>
    public void Missing(in RoundStamp stamp, ShardSet shards)
    {
        if (!_closing.HasBegun)
            _inquiry.Missing(stamp, shards);
    }

    /// <summary>A post is no more, with its member or without.</summary>
    public void Lost(int post, string what)
    {
        _closing.Lost(post);
        if (!_closing.HasBegun && _inquiry.Lose(post, Step) is { Count: > 0 } shards)
        {
            _archive.Add(new FailureSurvived(
                Step, $"{what} with {shards.Count} of {_terms.Shards} shards, which are rebuilt elsewhere"));
            _audience.Tell(partly: true);
        }
    }

    public void Answered(Rounds.NodeAnswered answer)
    {
        if (_closing.HasBegun || !_inquiry.Accept(answer))
            return;
        if (_plan is not null)
            _plan.Accept(_inquiry.Totals);
        else if (_reading is not null)
            HandOut(_reading);
        else
            TakeStep();
        Proceed();
    }

    public void Attend(int listener, Publication.Attend attend)
    {
        _audience.Attend(listener, attend, hasParticles: !_closing.HasBegun);
        if (_archive.Ending is not null && NeedsShards && !_inquiry.IsComplete)
            Call();
        Proceed();
    }

    /// <summary>A listener is no more.</summary>
    public void Leave(int listener)
    {
        _audience.Leave(listener);
        Proceed();
    }

    /// <summary>Ends the run where it stands; what is recorded can be told.</summary>
    public void Cancel() => End(RunEnding.Interrupted);

    public void Fail(RunFailed failure)
    {
        if (_archive.Ending is null)
            _archive.Add(failure);
        End(RunEnding.Failed);
    }

    public void Dismissed(int post, CommunicationLedger ledger)
    {
        _closing.Dismissed(post, ledger);
        _closing.Proceed(KnownSteps);
    }

    /// <summary>A piece of the journal for a shard that is behind.</summary>
    public Transfers.SignalsServed Serve(long firstValue, int count) => new(
        _terms.Run,
        _terms.Epoch,
        firstValue,
        _archive.Signals.Read(firstValue, Math.Clamp(count, 0, Transfers.PieceValues)));

    /// <summary>Time passes: what has not been answered is asked again, what is recorded is told.</summary>
    public void Tick()
    {
        if (++_ticks % TicksBetweenTelling == 0)
        {
            _audience.Tell(partly: true);
            _audience.Tick(TicksBetweenTelling);
        }
        _journal?.Tick();
        _memory.Tick();
        if (NeedsShards)
            _inquiry.Tick(Step);
        _closing.Tick();
        Proceed();
    }

    private void Call() => _inquiry.Call(Step);

    private void Proceed()
    {
        while (MayOpen)
        {
            if (_plan is null && _itinerary.IsObserved(Step))
                _plan = _workload.Plan(Step);
            if (_plan is { Next: { } request })
                OpenRound(ProbeQuestion.Of(request, _plan.Empty()));
            else if (_plan is not null)
                CompleteObservation(_plan);
            else if (Step < KnownSteps)
                Step = _itinerary.NextStop(KnownSteps);
            else if (Step < Model.Steps)
                OpenRound(null);
            else if (_archive.Ending is null)
                Conclude(RunEnding.Completed);
            else if (_audience.ParticlesWanted is { } wanted)
                OpenRound((_reading = new(Model, wanted.Listener, wanted.First)).Question);
            else
                break;
        }
        if (_closing.IsDue)
            Close();
        _closing.Proceed(KnownSteps);
    }

    private void OpenRound(ProbeQuestion? probe)
    {
        _memory.Close();
        _inquiry.Open(Step, SignalsBefore(Step), probe is null ? [.. _decision.Trial] : [], probe);
    }

    private void TakeStep()
    {
        if (!_decision.Take(Step, _inquiry.Sums))
            return;
        if (_decision.Failure is { } failure)
        {
            Fail(failure);
            return;
        }
        // a journal may have ended within the round: what it had is the same
        var known = _archive.Signals.Count - Step * Model.SignalLength;
        _archive.Signals.Append(_decision.Signals[(int)known..]);
        Step = _itinerary.NextStop(KnownSteps);
        if (_audience.IsDue)
            _audience.Tell(partly: false);
        if (_journal is { IsDue: true })
            _journal.Offer();
    }

    /// <summary>The signals of the round that has just been decided, up to a step.</summary>
    private ImmutableArray<double> SignalsBefore(long step)
    {
        if (step == 0)
            return [];
        var first = Model.RoundOf(step - 1) * Model.SignalLength;
        var count = step * Model.SignalLength - first;
        return count > Transfers.PieceValues ? [] : _archive.Signals.Read(first, (int)count);
    }

    private void CompleteObservation(IProbePlan plan)
    {
        _archive.Add(new MeasureObserved(plan.Complete()));
        _itinerary.Observed();
        _plan = null;
        _journal?.Offer();
        _audience.Tell(partly: false);
    }

    private void HandOut(ParticleReading reading)
    {
        _reading = null;
        _audience.Tell(reading.Listener, reading.Accept(_inquiry.Totals));
    }

    /// <summary>No further step is taken; completed particles can still be read.</summary>
    private void Conclude(RunEnding ending)
    {
        _archive.Conclude(ending);
        _journal?.Offer();
        _audience.Tell(partly: true);
    }

    private void End(RunEnding ending)
    {
        if (_archive.Ending is not null)
            return;
        Conclude(ending);
        Close();
    }

    private void Close()
    {
        _closing.Begin(_inquiry.Posts);
        _closing.Proceed(KnownSteps);
    }
}
