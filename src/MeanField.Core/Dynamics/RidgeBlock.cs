using System.Numerics;
using MeanField.Core.Measures;
using MeanField.Core.Model;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics;

/// <summary>A block of ridge neurons under windowed SGD: leaves, the window they are in, and where in it.</summary>
/// <remarks>Leaves never meet: each is moved by the same tables, so any cut into blocks gives the same bits.</remarks>
internal sealed unsafe partial class RidgeBlock<TSimd, TVector, T, TActivation> : IParticleBlock
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
    where TActivation : struct, IActivation<TSimd, TVector, T>
{
    private readonly WindowPlan _plan;
    private readonly ParticleLayout _layout;
    private readonly RidgeKernel<TSimd, TVector, T, TActivation> _kernel;
    private readonly ParticleStore<T> _store;
    private readonly AlignedBuffer<T> _responses;
    private readonly AlignedBuffer<T> _lanes;
    private readonly ExactSum[] _summary;
    private readonly Lazy<BlockProbe<TSimd, TVector, T, TActivation>> _probe;
    private readonly Lazy<AlignedBuffer<T>> _scratch;
    private readonly Ahead? _ahead;
    private SampleWindow<T> _window;
    private SampleWindow<T> _previous;
    private int _stepsDone;
    private bool _opened;
    private bool _summarised;

    public RidgeBlock(
        WindowPlan plan, TActivation activation, LeafRange leaves, InitialParticles initial, LeafProbe probe)
    {
        (_plan, _layout, Leaves) = (plan, plan.Layout, leaves);
        _kernel = new RidgeKernel<TSimd, TVector, T, TActivation>(plan, activation);
        _store = new ParticleStore<T>(_layout, leaves);
        _store.Fill(initial);
        _responses = new AlignedBuffer<T>(_kernel.Responses.LeafLength * leaves.Count);
        _lanes = new AlignedBuffer<T>((long)plan.Batch * _layout.Lanes);
        _summary = [.. Enumerable.Range(0, plan.SummaryLength).Select(_ => new ExactSum())];
        _window = new SampleWindow<T>(plan);
        _previous = new SampleWindow<T>(plan);
        _rests = new long[leaves.Count];
        _ahead = plan.Forecast is { } forecast ? new(plan, forecast, leaves, _kernel) : null;
        _scratch = new(() => new AlignedBuffer<T>(_store.LeafLength));
        _probe = new(() => new BlockProbe<TSimd, TVector, T, TActivation>(plan, _kernel, probe));
    }

    public LeafRange Leaves { get; }

    public long Step { get; private set; }

    private bool BetweenWindows => !_opened || _stepsDone == _window.Steps;

    public void Summarise(ReadOnlySpan<ExactSum> sums, ReadOnlySpan<double> trial = default)
    {
        RequireAllLeaves();
        if (_ahead is not null)
            PrepareAhead(_ahead);
        else
            Prepare();
        if (!trial.IsEmpty)
            SummariseTrial(_ahead!, trial, sums);
        else
            for (var n = 0; n < _summary.Length; n++)
                sums[n].Add(_summary[n]);
    }

    public void Advance(ReadOnlySpan<double> signals)
    {
        while (!signals.IsEmpty)
            signals = _ahead is null ? AdvanceOne(signals) : AdvanceAhead(_ahead, signals);
    }

    public void Probe(in ProbeRequest request, ProbeTotals totals)
    {
        RequireAllLeaves();
        if (!BetweenWindows)
            _window.Close(_stepsDone);
        var probe = _probe.Value;
        probe.Ask(request, Step);
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            var (first, occupied) = Particles(leaf);
            if (!probe.Concerns(first, occupied))
                continue;
            Materialise(leaf, probe.Leaf);
            probe.AddLeaf(first, occupied, totals);
        }
    }

    public void Dispose()
    {
        foreach (var owned in (ReadOnlySpan<IDisposable>)[_store, _responses, _lanes, _window, _previous, _kernel])
            owned.Dispose();
        if (_probe.IsValueCreated)
            _probe.Value.Dispose();
        if (_scratch.IsValueCreated)
            _scratch.Value.Dispose();
        _ahead?.Dispose();
        _replayers.ForEach(replayer => replayer.Dispose());
    }

    private T* Responses(int leaf) => _responses.Pointer + leaf * _kernel.Responses.LeafLength;

    private (long First, int Occupied) Particles(int leaf) =>
        ((long)(Leaves.First + leaf) * _layout.Leaf, _layout.Occupied(Leaves.First + leaf));

    /// <summary>The step whose move of the amplitudes is still to be made: the one before the current.</summary>
    private StepOf<T> Pending(int leaf) => _rests[leaf] == Step ? default : Before(_stepsDone);

    /// <summary>The step before one of the window.</summary>
    private StepOf<T> Before(int step) =>
        step > 0 ? new(_window, step - 1) : new(_previous, _previous.Steps - 1);

    private ReadOnlySpan<double> AdvanceOne(ReadOnlySpan<double> signals)
    {
        Prepare();
        _window.Receive(_stepsDone++, signals[.._plan.SignalLength]);
        Step++;
        _summarised = false;
        if (BetweenWindows)
            _window.Close(_stepsDone);
        return signals[_plan.SignalLength..];
    }

    private void RequireStep()
    {
        if (Step >= _plan.Steps)
            throw new InvalidOperationException($"The run ends at step {_plan.Steps}.");
    }

    /// <summary>Makes the summary of the current step, opening the next window where one has ended.</summary>
    private void Prepare()
    {
        if (_summarised)
            return;
        RequireStep();
        var opening = BetweenWindows;
        if (opening)
            TurnWindow();
        foreach (var sum in _summary)
            sum.Clear();
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
            if (_rests[leaf] <= Step)
                SummariseLeaf(leaf, opening);
        _summarised = true;
    }

    private void TurnWindow()
    {
        (_window, _previous) = (_previous, _window);
        _window.Open(Step / _plan.StepsPerWindow);
        _stepsDone = 0;
        _opened = true;
    }

    private void OpenLeaf(int leaf)
    {
        var (first, occupied) = Particles(leaf);
        var finished = _rests[leaf] == _window.FirstStep ? null : _previous;
        _kernel.OpenWindow(_store.Leaf(leaf), Responses(leaf), first, occupied, finished, _window);
    }

    private void SummariseLeaf(int leaf, bool opening)
    {
        var (first, occupied) = Particles(leaf);
        var rows = _store.Leaf(leaf);
        var responses = Responses(leaf);
        if (opening)
            OpenLeaf(leaf);
        new Span<T>(_lanes.Pointer, (int)_lanes.Length).Clear();
        _kernel.Step(rows, responses, first, occupied, _window, _stepsDone, Pending(leaf), _lanes.Pointer);
        for (var n = 0; n < _summary.Length; n++)
            _summary[n].Add(LaneSum.Of(_lanes.Pointer + n * _layout.Lanes, _layout.Lanes));
    }
}
