using System.Numerics;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Randomness;

namespace MeanField.Core.Dynamics;

/// <summary>The Brownian part of a group's window: rows walk under noise and decay alone, seen by every sample on the way.</summary>
/// <remarks>
/// Noise does not depend on residuals, so the whole walk is done at the window's start: u_l sees the row as it stands
/// before step l, and what stays in the row is its end. Coordinates of the normals: w_1 … w_d, then (from an even
/// one on) a and b.
/// </remarks>
internal sealed unsafe class GroupNoise<TSimd, TVector, T> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
{
    private readonly WindowPlan _plan;
    private readonly int _lanes;
    private readonly int _dimension;
    private readonly AlignedBuffer<T> _normals;

    public GroupNoise(WindowPlan plan)
    {
        _plan = plan;
        (_lanes, _dimension) = (plan.Layout.Lanes, plan.Layout.Dimension);
        _normals = new AlignedBuffer<T>(2L * _lanes * plan.StepsPerWindow);
    }

    private int ScalarPair => (_dimension + 1) / 2;

    /// <summary>Adds ⟨row, x_l⟩ along the walk to u and leaves the walk's end in the rows.</summary>
    public void Walk(T* rows, long firstParticle, SampleWindow<T> window, T* u)
    {
        for (var row = 0; row < _plan.Layout.MatrixRows; row++)
        {
            var (pair, parity) = Place(row);
            if (parity == 0 || row >= _dimension)
                Draw(window, firstParticle, pair);
            var table = window.Product + row * _plan.Samples;
            for (var v = 0; v < _lanes; v += TSimd.Count)
                WalkLanes(rows + row * _lanes + v, Normals(0, parity) + v, table, window, u + v);
        }
    }

    /// <summary>Takes the last steps of the walk back, from the window's end to before step <paramref name="steps"/>.</summary>
    public void Rewind(T* rows, long firstParticle, SampleWindow<T> window, int steps)
    {
        for (var row = 0; row < _plan.Layout.MatrixRows; row++)
        {
            var (pair, parity) = Place(row);
            Draw(window, firstParticle, pair);
            for (var n = window.Steps - 1; n >= steps; n--)
            {
                var (scale, decay) = (TSimd.Constant(-window.NoiseScales[n]), TSimd.Constant(window.Decays[n]));
                for (var v = 0; v < _lanes; v += TSimd.Count)
                {
                    var place = rows + row * _lanes + v;
                    var before = TSimd.MultiplyAdd(TSimd.Load(Normals(n, parity) + v), scale, TSimd.Load(place));
                    TSimd.Store(TSimd.Divide(before, decay), place);
                }
            }
        }
    }

    /// <summary>a ← a + scale · g for the step's normals.</summary>
    public void MoveAmplitude(T* amplitude, long firstParticle, SampleWindow<T> window, int step)
    {
        DrawStep(window.FirstStep + step, 0, firstParticle, ScalarPair);
        var scale = TSimd.Constant(window.NoiseScales[step]);
        for (var v = 0; v < _lanes; v += TSimd.Count)
        {
            var moved = TSimd.MultiplyAdd(TSimd.Load(Normals(0, 0) + v), scale, TSimd.Load(amplitude + v));
            TSimd.Store(moved, amplitude + v);
        }
    }

    public void Dispose() => _normals.Dispose();

    private void WalkLanes(T* place, T* normals, T* table, SampleWindow<T> window, T* u)
    {
        var w = TSimd.Load(place);
        for (int n = 0, l = 0; n < window.Steps; n++)
        {
            for (var end = l + _plan.Batch; l < end; l++)
            {
                var seen = u + l * _lanes;
                TSimd.Store(TSimd.MultiplyAdd(w, TSimd.Broadcast(table[l]), TSimd.Load(seen)), seen);
            }
            w = TSimd.Multiply(w, TSimd.Constant(window.Decays[n]));
            w = TSimd.MultiplyAdd(TSimd.Load(normals + n * 2 * _lanes), TSimd.Constant(window.NoiseScales[n]), w);
        }
        TSimd.Store(w, place);
    }

    /// <summary>The pair of coordinates that a row's normals come from, and which of the two.</summary>
    private (int Pair, int Parity) Place(int row) => row < _dimension ? (row / 2, row % 2) : (ScalarPair, 1);

    private T* Normals(int step, int parity) => _normals.Pointer + (2 * step + parity) * _lanes;

    private void Draw(SampleWindow<T> window, long firstParticle, int pair)
    {
        for (var n = 0; n < window.Steps; n++)
            DrawStep(window.FirstStep + n, n, firstParticle, pair);
    }

    private void DrawStep(long step, int slot, long firstParticle, int pair)
    {
        var even = Normals(slot, 0);
        var odd = Normals(slot, 1);
        if (typeof(T) == typeof(double))
        {
            Randomness.Normals.FillPair(
                _plan.Seed, Purpose.Noise, step, firstParticle, pair, _lanes, (double*)even, (double*)odd);
        }
        else
        {
            Randomness.Normals.FillPair(
                _plan.Seed, Purpose.Noise, step, firstParticle, pair, _lanes, (float*)even, (float*)odd);
        }
    }
}
