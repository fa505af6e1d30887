using MeanField.Core.Numerics;

namespace MeanField.Core.Dynamics;

// Signals that are known already let a leaf run through many windows while it is in cache. Leaves never
// meet, so that threads may share them; each has a kernel of its own to scribble in.
internal sealed unsafe partial class RidgeBlock<TSimd, TVector, T, TActivation>
{
    /// <summary>Windows that replay prepares at once, for a leaf to run through in cache.</summary>
    private const int ReplayWindows = 32;

    private readonly List<Replayer> _replayers = [];

    public void Replay(ReadOnlySpan<double> signals, int threads = 1)
    {
        var length = _plan.SignalLength;
        while (!signals.IsEmpty && !(BetweenWindows && !_summarised))
        {
            Advance(signals[..length]);
            signals = signals[length..];
        }
        var windows = new List<SampleWindow<T>>();
        while (signals.Length >= _plan.StepsPerWindow * length && Step + _plan.StepsPerWindow <= _plan.Steps)
            signals = ReplayWhole(signals, windows, Math.Clamp(threads, 1, Leaves.Count));
        windows.ForEach(window => window.Dispose());
        Advance(signals);
    }

    /// <summary>
    /// Runs through as many whole windows as fit, leaf by leaf; the last one stays as the current window.
    /// </summary>
    private ReadOnlySpan<double> ReplayWhole(
        ReadOnlySpan<double> signals, List<SampleWindow<T>> windows, int threads)
    {
        var ofWindow = _plan.StepsPerWindow * _plan.SignalLength;
        var whole = Math.Min(signals.Length / ofWindow, (_plan.Steps - Step) / _plan.StepsPerWindow);
        var count = (int)Math.Min(ReplayWindows, whole);
        while (windows.Count < count)
            windows.Add(new SampleWindow<T>(_plan));
        while (_replayers.Count < threads)
            _replayers.Add(new Replayer(_plan, _kernel.Activation));
        var known = signals[..(count * ofWindow)].ToArray();
        Share(threads, count, (_, i) => Fill(
            windows[i], Step / _plan.StepsPerWindow + i, known.AsSpan(i * ofWindow, ofWindow)));
        Share(threads, Leaves.Count, (replayer, leaf) => ReplayLeaf(replayer, leaf, windows, count));
        Step += (long)count * _plan.StepsPerWindow;
        (_window, windows[count - 1]) = (windows[count - 1], _window);
        _stepsDone = _window.Steps;
        _opened = true;
        return signals[known.Length..];
    }

    private void Share(int threads, int count, Action<Replayer, int> work)
    {
        var taken = -1;
        if (threads == 1)
            Work(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, Work);

        void Work(int thread)
        {
            for (int i; (i = Interlocked.Increment(ref taken)) < count;)
                work(_replayers[thread], i);
        }
    }

    private void Fill(SampleWindow<T> window, long index, ReadOnlySpan<double> signals)
    {
        window.Open(index);
        for (var step = 0; step < window.Steps; step++)
            window.Receive(step, signals.Slice(step * _plan.SignalLength, _plan.Batch));
        window.Close(window.Steps);
    }

    private void ReplayLeaf(Replayer replayer, int leaf, List<SampleWindow<T>> windows, int count)
    {
        var (first, occupied) = Particles(leaf);
        var rows = _store.Leaf(leaf);
        var responses = Responses(leaf);
        var before = _window;
        for (var i = 0; i < count; i++)
        {
            var window = windows[i];
            if (_rests[leaf] > window.FirstStep)
                continue;
            if (_rests[leaf] == window.FirstStep)
                before = null;
            replayer.Kernel.OpenWindow(rows, responses, first, occupied, before, window);
            for (var step = 0; step < window.Steps; step++)
            {
                var pending = step > 0 ? new StepOf<T>(window, step - 1)
                    : before is null ? default : new StepOf<T>(before, before.Steps - 1);
                if (_ahead is not null)
                    new Span<T>(replayer.Lanes, (int)_lanes.Length).Clear();
                replayer.Kernel.Step(rows, responses, first, occupied, window, step, pending, replayer.Lanes);
                if (_ahead is not null)
                    See(leaf, window, step, replayer.Lanes, _ahead.Seen(leaf));
            }
            before = window;
        }
    }

    /// <summary>What one thread writes to that is nobody's answer.</summary>
    private sealed class Replayer(WindowPlan plan, TActivation activation) : IDisposable
    {
        private readonly AlignedBuffer<T> _lanes = new((long)plan.Batch * plan.Layout.Lanes);

        public RidgeKernel<TSimd, TVector, T, TActivation> Kernel { get; } = new(plan, activation);

        public T* Lanes => _lanes.Pointer;

        public void Dispose()
        {
            Kernel.Dispose();
            _lanes.Dispose();
        }
    }
}
