using System.Numerics;
using MeanField.Core.Measures;
using MeanField.Core.Model;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics;

/// <summary>Answers probes from a leaf at rest: predictions with the kernel, everything else from particles' rows.</summary>
internal sealed unsafe class BlockProbe<TSimd, TVector, T, TActivation> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
    where TActivation : struct, IActivation<TSimd, TVector, T>
{
    /// <summary>Test samples per product: a table and its answers stay in cache.</summary>
    private const int TableSamples = 64;

    private readonly WindowPlan _plan;
    private readonly ParticleLayout _layout;
    private readonly RidgeKernel<TSimd, TVector, T, TActivation> _kernel;
    private readonly LeafProbe _probe;
    private readonly AlignedBuffer<T> _leaf;
    private readonly AlignedBuffer<T> _table;
    private readonly AlignedBuffer<T> _u;
    private readonly AlignedBuffer<T> _lanes;
    private readonly double[] _rows;
    private ProbeRequest _request;
    private double[] _inputs = [];
    private (long Step, ProbeRequest Request) _drawn = (-1, default);

    public BlockProbe(WindowPlan plan, RidgeKernel<TSimd, TVector, T, TActivation> kernel, LeafProbe probe)
    {
        (_plan, _layout, _kernel, _probe) = (plan, plan.Layout, kernel, probe);
        _leaf = new AlignedBuffer<T>((long)_layout.GroupsPerLeaf * _layout.GroupLength);
        _table = new AlignedBuffer<T>((long)_layout.MatrixRows * TableSamples);
        _u = new AlignedBuffer<T>(2L * TableSamples * _layout.Lanes);
        _lanes = new AlignedBuffer<T>(2L * TableSamples * _layout.Lanes);
        _rows = new double[_layout.Leaf * (_layout.Dimension + 2)];
    }

    /// <summary>Where the next leaf is to be laid out.</summary>
    public T* Leaf => _leaf.Pointer;

    public void Ask(in ProbeRequest request, long step)
    {
        _request = request;
        if (request.Kind != ProbeKind.Predictions || _drawn == (step, request))
            return;
        DrawInputs(step);
        _drawn = (step, request);
    }

    /// <summary>Whether particles from <paramref name="first"/> on have a part in the answer.</summary>
    public bool Concerns(long first, int count) => _request.Kind != ProbeKind.Particles
        || (first < _request.First + _request.Count && _request.First < first + count);

    public void AddLeaf(long first, int count, ProbeTotals totals)
    {
        if (_request.Kind == ProbeKind.Predictions)
        {
            for (var sample = 0; sample < _request.Count; sample += TableSamples)
                Predict(count, sample, Math.Min(TableSamples, _request.Count - sample), totals);
            return;
        }
        for (var i = 0; i < count; i++)
            ReadRow(i);
        _probe.AddLeaf(_request, first, count, _rows.AsSpan(0, count * (_layout.Dimension + 2)), totals);
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<IDisposable>)[_leaf, _table, _u, _lanes])
            buffer.Dispose();
    }

    private void DrawInputs(long step)
    {
        var d = _layout.Dimension;
        Array.Resize(ref _inputs, _request.Count * d);
        var samples = new TestSamples(_plan.Observe, _plan.Law, step);
        for (var m = 0; m < _request.Count; m++)
            samples.Draw((int)_request.First + m, _inputs.AsSpan(m * d, d));
    }

    private void Predict(int count, int sample, int samples, ProbeTotals totals)
    {
        FillTable(sample, samples);
        var lanes = _lanes.Pointer;
        var tail = lanes + TableSamples * _layout.Lanes;
        new Span<T>(lanes, (int)_lanes.Length).Clear();
        for (var first = 0; first < count; first += _layout.Lanes)
        {
            var group = _leaf.Pointer + first / _layout.Lanes * _layout.GroupLength;
            var whole = count - first >= _layout.Lanes;
            _kernel.Predict(group, _table.Pointer, TableSamples, samples, _u.Pointer, whole ? lanes : tail);
        }
        for (var m = 0; m < samples; m++)
        {
            for (var lane = 0; lane < count % _layout.Lanes; lane++)
                lanes[m * _layout.Lanes + lane] += tail[m * _layout.Lanes + lane];
            totals.Sums[sample + m].Add(LaneSum.Of(lanes + m * _layout.Lanes, _layout.Lanes));
        }
    }

    private void FillTable(int sample, int samples)
    {
        var d = _layout.Dimension;
        for (var m = 0; m < samples; m++)
        {
            for (var i = 0; i < d; i++)
                _table.Pointer[i * TableSamples + m] = T.CreateTruncating(_inputs[(sample + m) * d + i]);
            if (_layout.BiasTrained)
                _table.Pointer[d * TableSamples + m] = T.One;
        }
    }

    private void ReadRow(int index)
    {
        var (d, lanes) = (_layout.Dimension, _layout.Lanes);
        var group = _leaf.Pointer + index / lanes * _layout.GroupLength + index % lanes;
        var row = _rows.AsSpan(index * (d + 2), d + 2);
        for (var i = 0; i < d; i++)
            row[i] = double.CreateTruncating(group[i * lanes]);
        row[d] = Read(_layout.AmplitudeRow, _layout.ConstantAmplitude);
        row[d + 1] = Read(_layout.BiasTrained ? d : _layout.FrozenBiasRow, _layout.ConstantBias);

        double Read(int? place, double constant) => place is { } r ? double.CreateTruncating(group[r * lanes]) : constant;
    }
}
