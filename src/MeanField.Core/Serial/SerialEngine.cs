using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;

namespace MeanField.Core.Serial;

/// <summary>The reference engine: one block of all particles, one thread, no actors.</summary>
public sealed class SerialEngine(Experiment experiment)
{
    /// <summary>Signals per <see cref="SignalsRecorded"/>.</summary>
    private const int RecordedSteps = 4096;

    /// <summary>Numbers per <see cref="ParticlesRead"/>.</summary>
    private const int ReadNumbers = 8192;

    private readonly IMeanFieldModel _model = experiment.Model;

    /// <summary>Called with the steps done, every few thousand steps.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>That rebuild particles from known signals; the run itself takes one.</summary>
    public int ReplayThreads { get; init; } = 1;

    /// <summary>Where particles are saved on the way; null: nowhere.</summary>
    public ICheckpoints? Checkpoints { get; init; }

    /// <summary>Runs to the end, or until cancelled: then all signals so far have been recorded.</summary>
    /// <param name="sink">Takes the facts of the run, in order.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <param name="knownSignals">Signals of the first steps, from an earlier run: replayed, and not recorded again.</param>
    /// <param name="observeFrom">Observed steps before this one are not measured.</param>
    public void Run(
        Action<RunEvent> sink,
        CancellationToken cancellation,
        ReadOnlyMemory<double> knownSignals = default,
        long observeFrom = 0)
    {
        using var block = _model.CreateBlock(new LeafRange(0, _model.Leaves));
        var observed = new Queue<long>(experiment.ObservedSteps.Where(step => step >= observeFrom));
        var known = _model.WholeRounds(knownSignals.Length / _model.SignalLength);
        knownSignals = knownSignals[..(int)(known * _model.SignalLength)];
        Checkpoints?.Restore(block, observed.TryPeek(out var first) ? Math.Min(first, known) : known);
        ReplayKnown(block, observed, knownSignals[(int)(block.Step * _model.SignalLength)..], sink);
        var failure = Advance(block, observed, sink, cancellation);
        if (failure is not null)
            sink(failure);
        if (failure is not null || block.Step < _model.Steps)
            return;
        ReadParticles(block, sink);
        sink(new RunCompleted(_model.Steps));
    }

    /// <summary>Replays in pieces that end at observed steps, so that a resumed run observes what the first one did.</summary>
    private void ReplayKnown(
        IParticleBlock block, Queue<long> observed, ReadOnlyMemory<double> known, Action<RunEvent> sink)
    {
        var length = _model.SignalLength;
        while (!known.IsEmpty)
        {
            ObserveIfDue(block, observed, sink);
            var until = observed.TryPeek(out var next) ? next : _model.Steps;
            var count = (int)Math.Min(known.Length, (until - block.Step) * length);
            block.Replay(known.Span[..count], ReplayThreads);
            known = known[count..];
        }
    }

    private RunFailed? Advance(
        IParticleBlock block, Queue<long> observed, Action<RunEvent> sink, CancellationToken cancellation)
    {
        var decision = new RoundDecision(_model);
        var recorder = new SignalRecorder(_model.SignalLength, RecordedSteps, block.Step, sink);
        RunFailed? failure = null;
        while (failure is null && !cancellation.IsCancellationRequested)
        {
            Observe(block, observed, recorder, sink);
            if (block.Step >= _model.Steps)
                break;
            Checkpoints?.Offer(block);
            failure = decision.Ask(block);
            if (failure is null)
                ApplyRound(block, decision.Signals, observed, recorder, sink);
        }
        recorder.Flush();
        return failure;
    }

    /// <summary>Makes a round's steps; those that are observed within it are.</summary>
    private void ApplyRound(
        IParticleBlock block, ReadOnlySpan<double> signals, Queue<long> observed, SignalRecorder recorder,
        Action<RunEvent> sink)
    {
        while (!signals.IsEmpty)
        {
            Observe(block, observed, recorder, sink);
            var count = signals.Length;
            if (observed.TryPeek(out var next))
                count = (int)Math.Min(count, (next - block.Step) * _model.SignalLength);
            block.Advance(signals[..count]);
            if (recorder.Add(signals[..count]))
                Progress?.Invoke(block.Step);
            signals = signals[count..];
        }
    }

    private void Observe(
        IParticleBlock block, Queue<long> observed, SignalRecorder recorder, Action<RunEvent> sink)
    {
        if (!observed.TryPeek(out var due) || due != block.Step)
            return;
        recorder.Flush();
        ObserveIfDue(block, observed, sink);
    }

    private void ObserveIfDue(IParticleBlock block, Queue<long> observed, Action<RunEvent> sink)
    {
        if (!observed.TryPeek(out var due) || due != block.Step)
            return;
        observed.Dequeue();
        var plan = experiment.Plan(block.Step);
        while (plan.Next is { } request)
        {
            var totals = plan.Empty();
            block.Probe(request, totals);
            plan.Accept(totals);
        }
        sink(new MeasureObserved(plan.Complete()));
    }

    private void ReadParticles(IParticleBlock block, Action<RunEvent> sink)
    {
        var count = Math.Max(1, ReadNumbers / _model.ParticleLength);
        for (long first = 0; first < _model.Particles; first += count)
        {
            var request = new ProbeRequest(ProbeKind.Particles, first, (int)Math.Min(count, _model.Particles - first));
            var totals = new ProbeTotals(0, 0, request.Count * _model.ParticleLength);
            block.Probe(request, totals);
            sink(new ParticlesRead(first, ImmutableArray.Create(totals.Rows)));
        }
    }
}
