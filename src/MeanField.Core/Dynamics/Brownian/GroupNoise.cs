using System.Numerics;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Randomness;

namespace MeanField.Core.Dynamics.Brownian;

/// <summary>The Brownian part of a group's window, drawn from the law of <see cref="NoiseBridge"/>.</summary>
/// <remarks>
/// Noise does not depend on residuals, so it enters at the window's start: the pre-activations get what their
/// samples will see of it, the rows its end. Coordinates of the normals of a window: h for the rows w_1 … w_d
/// (and b), from a multiple of four on z.
/// </remarks>
internal sealed unsafe class GroupNoise<TSimd, TVector, T> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
{
    private readonly WindowPlan _plan;
    private readonly GroupPath<TSimd, TVector, T> _path;
    private readonly int _rows;
    private readonly int _lanes;
    private readonly AlignedBuffer<T> _normals;
    private readonly AlignedBuffer<T> _seen;
    private readonly AlignedBuffer<T> _zeros;
    private readonly AlignedBuffer<T> _amplitudes;

    public GroupNoise(WindowPlan plan)
    {
        _plan = plan;
        _path = new GroupPath<TSimd, TVector, T>(plan);
        (_rows, _lanes) = (plan.Layout.MatrixRows, plan.Layout.Lanes);
        _normals = new AlignedBuffer<T>((long)NoiseNormals.Padded(Inner + plan.Samples) * _lanes);
        _seen = new AlignedBuffer<T>((long)plan.Samples * _lanes);
        _zeros = new AlignedBuffer<T>(_lanes);
        _amplitudes = new AlignedBuffer<T>((long)NoiseNormals.Padded(plan.Layout.GroupsPerLeaf) * _lanes);
    }

    /// <summary>The first row of z.</summary>
    private int Inner => NoiseNormals.Padded(_rows);

    /// <summary>
    /// Adds to u what the window's samples see of the noise, and takes the rows to the walk's end.
    /// </summary>
    public void Open(T* rows, long firstParticle, SampleWindow<T> window, T* u)
    {
        var bridge = window.Noise!;
        Draw(firstParticle, window);
        GroupAlgebra<TSimd, TVector, T>.Product(
            _normals.Pointer, _rows, _lanes, window.Start, _plan.Samples, window.Samples, _zeros.Pointer,
            _seen.Pointer);
        for (var l = _plan.Batch; l < window.Samples; l++)
        {
            var share = TSimd.Constant(bridge.Share(l / _plan.Batch));
            for (var v = l * _lanes; v < (l + 1) * _lanes; v += TSimd.Count)
            {
                var seen = TSimd.Load(_seen.Pointer + v);
                TSimd.Store(TSimd.MultiplyAdd(seen, share, TSimd.Load(u + v)), u + v);
            }
        }
        TriangleLanes<TSimd, TVector, T>.AddProduct(
            bridge.Factor, bridge.Stride, _plan.Batch, window.Samples, _lanes,
            _normals.Pointer + Inner * _lanes, u);
        var (decay, end) = (TSimd.Constant(window.CumulativeDecay(window.Steps)), TSimd.Constant(bridge.End));
        for (var v = 0; v < _rows * _lanes; v += TSimd.Count)
        {
            var kept = TSimd.Multiply(TSimd.Load(rows + v), decay);
            TSimd.Store(TSimd.MultiplyAdd(TSimd.Load(_normals.Pointer + v), end, kept), rows + v);
        }
    }

    /// <summary>
    /// Takes rows from the walk's end to where it stands before step n: ω_n = (ω_S − (f_n/√v_S) h)/E_n plus
    /// the bridge.
    /// </summary>
    public void Rewind(T* rows, long firstParticle, SampleWindow<T> window, int steps)
    {
        if (steps == window.Steps)
            return;
        var bridge = window.Noise!;
        Draw(firstParticle, window);
        var (toCome, left) = (TSimd.Constant(-bridge.ToCome(steps)), TSimd.Constant(bridge.Left(steps)));
        for (var v = 0; v < _rows * _lanes; v += TSimd.Count)
        {
            var before = TSimd.MultiplyAdd(TSimd.Load(_normals.Pointer + v), toCome, TSimd.Load(rows + v));
            TSimd.Store(TSimd.Divide(before, left), rows + v);
        }
        if (steps > 0 && bridge.End > 0)
            _path.AddBridge(rows, firstParticle, window, steps, _normals.Pointer + Inner * _lanes);
    }

    /// <summary>Draws the amplitudes' normals of a step for a leaf: a row for each group.</summary>
    public void DrawAmplitudes(long firstParticle, int occupied, long step) => NoiseNormals.Fill(
        _plan.Seed, Purpose.AmplitudeNoise, step, firstParticle,
        (occupied + _lanes - 1) / _lanes, _lanes, _amplitudes.Pointer);

    /// <summary>a ← a + scale · g for a group of the leaf last drawn.</summary>
    public void MoveAmplitude(T* amplitude, int group, double scale)
    {
        for (var v = 0; v < _lanes; v += TSimd.Count)
        {
            var normal = TSimd.Load(_amplitudes.Pointer + group * _lanes + v);
            var moved = TSimd.MultiplyAdd(normal, TSimd.Constant(scale), TSimd.Load(amplitude + v));
            TSimd.Store(moved, amplitude + v);
        }
    }

    public void Dispose()
    {
        foreach (var owned in (ReadOnlySpan<IDisposable>)[_path, _normals, _seen, _zeros, _amplitudes])
            owned.Dispose();
    }

    private void Draw(long firstParticle, SampleWindow<T> window) => NoiseNormals.Fill(
        _plan.Seed, Purpose.Noise, window.FirstStep, firstParticle,
        Inner + window.Samples - _plan.Batch, _lanes, _normals.Pointer);
}
