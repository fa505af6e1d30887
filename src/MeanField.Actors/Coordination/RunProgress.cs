using System.Collections.Immutable;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A run as its coordinator sees it: one question to all shards at a time, their answers, the signal made
/// of them, its journal. Knows neither clock nor links: what happens comes in by calls, what follows leaves
/// by the port.
/// </summary>
internal sealed class RunProgress
{
    /// <summary>Unconsumed events at most: the run stands still rather than run ahead of its sink.</summary>
    public const int EventCredit = 32;

    private const int TicksBetweenSignals = 4;

    private readonly RunTerms _terms;
    private readonly IWorkload _workload;
    private readonly IRunPort _port;
    private readonly SignalJournal _journal;
    private readonly Inquiry _inquiry;
    private readonly Itinerary _itinerary;
    private readonly Outbox _outbox;
    private readonly SignalPublication _signals;
    private readonly ParticleReading _reading;
    private readonly double[] _totals;
    private IProbePlan? _plan;
    private Farewell? _farewell;
    private RunEnding _ending;
    private bool _endPublished;
    private long _ticks;

    public RunProgress(RunTerms terms, IWorkload workload, SignalJournal known, IRunPort port)
    {
        (_terms, _workload, _journal, _port) = (terms, workload, known, port);
        var model = workload.Model;
        _inquiry = new(terms, model.SummaryLength, port);
        _itinerary = new(workload.ObservedSteps, terms.ObserveFrom);
        _outbox = new(terms.Run, terms.Epoch, EventCredit, port.ToListener);
        _signals = new(known, _outbox, model.SummaryLength);
        _reading = new(model);
        _totals = new double[model.SummaryLength];
        Step = _itinerary.NextStop(KnownSteps);
    }

    /// <summary>
    /// k: all steps before it are in the journal, and no later state will be asked about before θ^k.
    /// </summary>
    public long Step { get; private set; }

    /// <summary>Whether nothing but the sink holds the run up.</summary>
    public bool WaitsForSink => _farewell is null && !_outbox.HasRoom && !_inquiry.IsOpen;

    /// <summary>Whether all has been said to the listener, received or not.</summary>
    public bool HasToldItsEnd => _endPublished;

    private IMeanFieldModel Model => _workload.Model;

    private long KnownSteps => _journal.Count / Model.SummaryLength;

    public void Start() => _inquiry.Call(Step);

    public void Enlisted(int shard, int post)
    {
        if (_farewell is not null)
        {
            _farewell.Dismiss(post);
            return;
        }
        _inquiry.Place(shard, post);
        Proceed();
    }

    /// <summary>Shards that a post was asked about and does not have.</summary>
    public void Missing(in RoundStamp stamp, ShardSet shards)
    {
        if (_farewell is null)
            _inquiry.Missing(stamp, shards);
    }

    public void Answered(Rounds.NodeAnswered answer)
    {
        if (_farewell is not null || !_inquiry.Accept(answer))
            return;
        if (_plan is not null)
            _plan.Accept(_inquiry.Totals);
        else if (Step < Model.Steps)
            TakeStep();
        else
            _outbox.Publish(_reading.Accept(_inquiry.Totals));
        Proceed();
    }

    public void Delivered(Publication.Delivered delivered)
    {
        _outbox.Delivered(delivered);
        if (_endPublished && _outbox.IsEmpty)
            _port.Stop();
        else
            Proceed();
    }

    /// <summary>Ends the run where it stands, with all that is recorded delivered.</summary>
    public void Cancel()
    {
        if (_farewell is null)
            End(RunEnding.Interrupted);
    }

    public void Fail(RunFailed failure)
    {
        if (_farewell is not null)
            return;
        _signals.Publish();
        _outbox.Publish(failure);
        End(RunEnding.Failed);
    }

    public void Dismissed(int post, CommunicationLedger ledger)
    {
        _farewell?.Dismissed(post, ledger);
        FinishFarewell();
    }

    /// <summary>A piece of the journal for a shard that is behind.</summary>
    public Transfers.SignalsServed Serve(long firstValue, int count) => new(
        _terms.Run,
        _terms.Epoch,
        firstValue,
        _journal.Read(firstValue, Math.Clamp(count, 0, Transfers.PieceValues)));

    /// <summary>Time passes: what has not been answered is asked again, what is recorded is told.</summary>
    public void Tick()
    {
        if (++_ticks % TicksBetweenSignals == 0)
        {
            _signals.Publish();
            _outbox.Repeat();
        }
        if (_farewell is null)
            _inquiry.Tick(Step);
        else
            _farewell.Tick();
        FinishFarewell();
    }

    private bool MayOpen => _farewell is null && _inquiry.IsReady && _outbox.HasRoom;

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
            else if (!_reading.IsDone)
                OpenRound(_reading.Question);
            else
                Complete();
        }
    }

    private void OpenRound(ProbeQuestion? probe) => _inquiry.Open(Step, SignalBefore(Step), probe);

    private void TakeStep()
    {
        for (var i = 0; i < _totals.Length; i++)
            _totals[i] = _inquiry.Sums[i].Round();
        var signal = new double[_totals.Length];
        Model.Respond(Step, _totals, signal);
        if (Divergence.Of(Step, signal) is { } failure)
        {
            Fail(failure);
            return;
        }
        _journal.Append(signal);
        Step++;
        if (_signals.IsDue)
            _signals.Publish();
    }

    private ImmutableArray<double> SignalBefore(long step)
    {
        var length = Model.SummaryLength;
        return step == 0 || length > Transfers.PieceValues ? [] : _journal.Read((step - 1) * length, length);
    }

    private void CompleteObservation(IProbePlan plan)
    {
        _signals.Publish();
        _outbox.Publish(new MeasureObserved(plan.Complete()));
        _itinerary.Observed();
        _plan = null;
    }

    private void Complete()
    {
        _signals.Publish();
        _outbox.Publish(new RunCompleted(Step));
        End(RunEnding.Completed);
    }

    private void End(RunEnding ending)
    {
        _signals.Publish();
        _ending = ending;
        _farewell = new(new(_terms.Run, _terms.Epoch), _port);
        foreach (var post in _inquiry.Posts)
            _farewell.Dismiss(post);
        FinishFarewell();
    }

    private void FinishFarewell()
    {
        if (_farewell is not { IsDone: true } || _endPublished)
            return;
        _endPublished = true;
        _outbox.PublishEnd(_ending, KnownSteps, _port.Ledger);
    }
}
