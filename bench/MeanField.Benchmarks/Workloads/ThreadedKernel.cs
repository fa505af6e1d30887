using System.Diagnostics;
using MeanField.Core.Dynamics;
using MeanField.Core.Numerics;

namespace MeanField.Benchmarks.Workloads;

/// <summary>The kernel on plain threads, a barrier per step: what actors are measured against.</summary>
internal sealed class ThreadedKernel : IDisposable
{
    private readonly IMeanFieldModel _model;
    private readonly IParticleBlock[] _blocks;
    private readonly ExactSum[] _sums;
    private readonly ExactSum _total = new();
    private readonly double[] _signal = new double[1];
    private readonly Stopwatch _watch = new();
    private readonly StepBarrier _barrier;
    private RunLength _length;
    private long _steps;
    private bool _stopped;

    public ThreadedKernel(IMeanFieldModel model, int threads)
    {
        _model = model;
        _blocks = new IParticleBlock[threads];
        // each thread makes its own block, near itself
        Together(i => _blocks[i] = model.CreateBlock(LeafRange.Part(model.Leaves, i, threads)));
        _sums = [.. _blocks.Select(_ => new ExactSum())];
        _barrier = new StepBarrier(threads, Respond);
    }

    /// <summary>So many of the first signals are kept.</summary>
    public int KeptSignals { get; init; }

    public List<double> Signals { get; } = [];

    public TimedSteps For(RunLength length)
    {
        (_length, _steps, _stopped) = (length, 0, false);
        _watch.Restart();
        Together(Work);
        return new(_steps, _watch.Elapsed.TotalSeconds);
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();
    }

    private void Together(Action<int> work)
    {
        var others = Enumerable.Range(1, _blocks.Length - 1).Select(i => new Thread(() => work(i))).ToList();
        others.ForEach(thread => thread.Start());
        work(0);
        others.ForEach(thread => thread.Join());
    }

    private void Work(int i)
    {
        while (!_stopped)
        {
            _sums[i].Clear();
            _blocks[i].Summarise([_sums[i]]);
            _barrier.Meet();
            _blocks[i].Advance(_signal);
        }
    }

    private void Respond()
    {
        _total.Clear();
        foreach (var sum in _sums)
            _total.Add(sum);
        _model.Respond(_blocks[0].Step, [_total.Round()], _signal);
        if (Signals.Count < KeptSignals)
            Signals.Add(_signal[0]);
        _steps++;
        _stopped = _steps % _length.Piece == 0 && _steps >= _length.LeastSteps
            && _watch.Elapsed.TotalSeconds >= _length.LeastSeconds;
    }
}
