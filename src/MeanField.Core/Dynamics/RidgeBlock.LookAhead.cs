using MeanField.Core.Dynamics.LookAhead;
using MeanField.Core.Numerics;

namespace MeanField.Core.Dynamics;

// A round is a window. Its summary is made when it is opened; its steps are made when their residuals are
// known, each leaf through all of them while it is in cache. What the samples really see on the way is kept
// until the next summary, and at rest beside the particles.
internal sealed unsafe partial class RidgeBlock<TSimd, TVector, T, TActivation>
{
    private void PrepareAhead(Ahead ahead)
    {
        if (_summarised)
            return;
        RequireStep();
        if (Step % _plan.StepsPerWindow != 0)
            throw new InvalidOperationException($"No round begins at step {Step}.");
        foreach (var sum in _summary)
            sum.Clear();
        // what the window before has seen is at hand before the next one is opened
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
            AddTo(_summary.AsSpan(_plan.Forecast!.FirstDiscrepancy), ahead.Seen(leaf));
        OpenAhead();
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            var (first, occupied) = Particles(leaf);
            ahead.Forecast.Run(
                _store.Leaf(leaf), Responses(leaf), first, occupied, _window, Pending(leaf), ahead.Sums);
            AddTo(_summary, ahead.Sums);
        }
        _summarised = true;
    }

    /// <summary>Takes the signals of steps up to the window's end; leaves the others.</summary>
    private ReadOnlySpan<double> AdvanceAhead(Ahead ahead, ReadOnlySpan<double> signals)
    {
        RequireStep();
        if (BetweenWindows)
            OpenAhead();
        var from = _stepsDone;
        var count = Math.Min(_window.Steps - from, signals.Length / _plan.SignalLength);
        for (var n = 0; n < count; n++)
            _window.Receive(from + n, signals.Slice(n * _plan.SignalLength, _plan.Batch));
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
            if (_rests[leaf] <= _window.FirstStep)
                StepAhead(leaf, Responses(leaf), from, from + count, ahead.Seen(leaf));
        _stepsDone += count;
        Step += count;
        _summarised = false;
        if (BetweenWindows)
            _window.Close(_stepsDone);
        return signals[(count * _plan.SignalLength)..];
    }

    private void OpenAhead()
    {
        TurnWindow();
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
            if (_rests[leaf] <= Step)
                OpenLeaf(leaf);
    }

    /// <summary>The summary as before, but for what samples would see if the window's signals were these.</summary>
    private void SummariseTrial(Ahead ahead, ReadOnlySpan<double> trial, ReadOnlySpan<ExactSum> sums)
    {
        var (samples, first) = (_plan.Forecast!.Samples, _plan.Forecast.FirstDiscrepancy);
        for (var n = 0; n < _summary.Length; n++)
            if (n < first || n >= first + samples)
                sums[n].Add(_summary[n]);
        for (var step = 0; step < _window.Steps; step++)
            _window.Receive(step, trial.Slice(step * _plan.SignalLength, _plan.Batch));
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            // steps overwrite responses and move amplitudes: of a copy, and there and back
            new ReadOnlySpan<T>(Responses(leaf), ahead.Responses.Length).CopyTo(ahead.Responses);
            _kernel.SaveAmplitudes(_store.Leaf(leaf), ahead.Amplitudes);
            fixed (T* responses = ahead.Responses)
                StepAhead(leaf, responses, 0, _window.Steps, ahead.Tried);
            _kernel.RestoreAmplitudes(ahead.Amplitudes, _store.Leaf(leaf));
            AddTo(sums[first..], ahead.Tried.AsSpan(0, _window.Samples));
        }
    }

    private void StepAhead(int leaf, T* responses, int from, int end, Span<double> seen)
    {
        var (first, occupied) = Particles(leaf);
        for (var step = from; step < end; step++)
        {
            var pending = _rests[leaf] == _window.FirstStep + step ? default : Before(step);
            new Span<T>(_lanes.Pointer, (int)_lanes.Length).Clear();
            _kernel.Step(
                _store.Leaf(leaf), responses, first, occupied, _window, step, pending, _lanes.Pointer);
            See(leaf, _window, step, _lanes.Pointer, seen);
        }
    }

    /// <summary>Takes the predictions that a leaf has made in a step, batch × lanes.</summary>
    private void See(int leaf, SampleWindow<T> window, int step, T* lanes, Span<double> seen)
    {
        for (var n = 0; n < _plan.Batch; n++)
        {
            var l = step * _plan.Batch + n;
            var prediction = LaneSum.Of(lanes + n * _layout.Lanes, _layout.Lanes);
            // the run's first leaf adds what is not a sum over particles
            var own = Leaves.First + leaf == 0 ? window.Residuals[l] - window.Targets[l] : 0;
            seen[l] = Math.FusedMultiplyAdd(_plan.OutputScale, prediction, own);
        }
    }

    private static void AddTo(ReadOnlySpan<ExactSum> sums, ReadOnlySpan<double> terms)
    {
        for (var i = 0; i < terms.Length; i++)
            sums[i].Add(terms[i]);
    }

    /// <summary>What a block that looks ahead has besides.</summary>
    private sealed class Ahead(
        WindowPlan plan,
        ForecastLayout forecast,
        LeafRange leaves,
        RidgeKernel<TSimd, TVector, T, TActivation> kernel) : IDisposable
    {
        private readonly double[] _seen = new double[leaves.Count * forecast.Samples];

        public LeafForecast<TSimd, TVector, T, TActivation> Forecast { get; } = new(plan, forecast, kernel);

        /// <summary>A leaf's part in a summary; what it has seen is added apart.</summary>
        public double[] Sums { get; } = new double[forecast.SummaryLength];

        /// <summary>A leaf's part in r − (y − scale · Σ σ*) of the window's samples, or the one's before.</summary>
        public Span<double> Seen(int leaf) => _seen.AsSpan(leaf * forecast.Samples, forecast.Samples);

        /// <summary>What one leaf has seen of signals on trial.</summary>
        public double[] Tried { get; } = new double[forecast.Samples];

        /// <summary>One leaf's, while signals are on trial.</summary>
        public T[] Responses { get; } = new T[plan.Tolerance is null ? 0 : kernel.Responses.LeafLength];

        public T[] Amplitudes { get; } = new T[plan.Tolerance is null ? 0 : plan.Layout.Leaf];

        public void Dispose() => Forecast.Dispose();
    }
}
