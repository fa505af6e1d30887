using System.Numerics;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Randomness;

namespace MeanField.Core.Dynamics.Brownian;

/// <summary>
/// Where a group's noise stands within a window, for who looks there: the bridge, given what samples saw of
/// it.
/// </summary>
/// <remarks>
/// Conditioning by residuals (Matheron): a walk ω̃ of its own, less its share of its end, is a bridge β̃
/// whose samples see L z̃. Then β_n = β̃_n + Σ_l B(n, n_l) y_l x_l, Lᵀ y = z − z̃, has the law of the bridge
/// and shows the samples L z.
/// </remarks>
internal sealed unsafe class GroupPath<TSimd, TVector, T> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
{
    private readonly WindowPlan _plan;
    private readonly int _rows;
    private readonly int _lanes;
    private readonly AlignedBuffer<T> _normals;
    private readonly AlignedBuffer<T> _walk;
    private readonly AlignedBuffer<T> _kept;
    private readonly AlignedBuffer<T> _seen;
    private readonly AlignedBuffer<T> _seenAtEnd;
    private readonly AlignedBuffer<T> _zeros;

    public GroupPath(WindowPlan plan)
    {
        _plan = plan;
        (_rows, _lanes) = (plan.Layout.MatrixRows, plan.Layout.Lanes);
        var (rows, samples) = ((long)NoiseNormals.Padded(_rows) * _lanes, (long)plan.Samples * _lanes);
        (_normals, _walk, _kept) = (new(rows), new(rows), new(rows));
        (_seen, _seenAtEnd, _zeros) = (new(samples), new(samples), new(_lanes));
    }

    /// <summary>rows ← rows + β_n for n = <paramref name="steps"/>, strictly within the window.</summary>
    public void AddBridge(T* rows, long firstParticle, SampleWindow<T> window, int steps, T* z)
    {
        var (bridge, batch) = (window.Noise!, _plan.Batch);
        var seen = _seen.Pointer;
        Walk(firstParticle, window, steps);
        See(_walk.Pointer, window, 0, window.Samples, _seenAtEnd.Pointer);
        for (var l = batch; l < window.Samples; l++)
        {
            var share = bridge.Share(l / batch) / bridge.End;
            AddScaled(_seenAtEnd.Pointer + l * _lanes, -share, seen + l * _lanes, _lanes);
        }
        TriangleLanes<TSimd, TVector, T>.Solve(bridge.Factor, bridge.Stride, batch, window.Samples, _lanes, seen);
        Scale(seen, -1, window.Samples * _lanes);
        AddScaled(z, 1, seen + batch * _lanes, (window.Samples - batch) * _lanes);
        TriangleLanes<TSimd, TVector, T>.SolveTransposed(
            bridge.Factor, bridge.Stride, batch, window.Samples, _lanes, seen);
        for (var l = 0; l < window.Samples; l++)
            Scale(seen + l * _lanes, l < batch ? 0 : bridge.Covariance(steps, l / batch), _lanes);
        AddScaled(_kept.Pointer, 1, rows, _rows * _lanes);
        AddScaled(_walk.Pointer, -bridge.Share(steps) / bridge.End, rows, _rows * _lanes);
        GroupAlgebra<TSimd, TVector, T>.Update(
            rows, _rows, _lanes, window.Start, _plan.Samples, window.Samples, seen);
    }

    public void Dispose()
    {
        foreach (var owned in (ReadOnlySpan<IDisposable>)[_normals, _walk, _kept, _seen, _seenAtEnd, _zeros])
            owned.Dispose();
    }

    /// <summary>
    /// ω̃: what samples see of it, where it stands before step <paramref name="kept"/>, and its end.
    /// </summary>
    private void Walk(long firstParticle, SampleWindow<T> window, int kept)
    {
        var walk = new Span<T>(_walk.Pointer, (int)_walk.Length);
        walk.Clear();
        for (var n = 0; n < window.Steps; n++)
        {
            See(_walk.Pointer, window, n * _plan.Batch, _plan.Batch, _seen.Pointer);
            if (n == kept)
                walk.CopyTo(new(_kept.Pointer, walk.Length));
            NoiseNormals.Fill(
                _plan.Seed, Purpose.NoisePath, window.FirstStep + n, firstParticle, _rows, _lanes,
                _normals.Pointer);
            Scale(_walk.Pointer, window.Decays[n], _rows * _lanes);
            AddScaled(_normals.Pointer, window.NoiseScales[n], _walk.Pointer, _rows * _lanes);
        }
    }

    private void See(T* walk, SampleWindow<T> window, int first, int count, T* seen) =>
        GroupAlgebra<TSimd, TVector, T>.Product(
            walk, _rows, _lanes, window.Start + first, _plan.Samples, count, _zeros.Pointer,
            seen + first * _lanes);

    private static void AddScaled(T* source, double factor, T* destination, int count)
    {
        for (var v = 0; v < count; v += TSimd.Count)
        {
            var term = TSimd.Load(source + v);
            var sum = TSimd.MultiplyAdd(term, TSimd.Constant(factor), TSimd.Load(destination + v));
            TSimd.Store(sum, destination + v);
        }
    }

    private static void Scale(T* values, double factor, int count)
    {
        for (var v = 0; v < count; v += TSimd.Count)
            TSimd.Store(TSimd.Multiply(TSimd.Load(values + v), TSimd.Constant(factor)), values + v);
    }
}
