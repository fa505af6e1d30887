using System.Numerics;
using System.Runtime.CompilerServices;
using MeanField.Core.Dynamics.Brownian;
using MeanField.Core.Model;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics;

/// <summary>What one leaf of ridge neurons a σ(⟨w,x⟩ + b) does in a step of windowed SGD.</summary>
internal sealed unsafe class RidgeKernel<TSimd, TVector, T, TActivation> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
    where TActivation : struct, IActivation<TSimd, TVector, T>
{
    private readonly WindowPlan _plan;
    private readonly ParticleLayout _layout;
    private readonly TActivation _activation;
    private readonly GroupNoise<TSimd, TVector, T>? _noise;
    private readonly AlignedBuffer<T> _constants;
    private readonly AlignedBuffer<T> _lanesOfTail;

    public RidgeKernel(WindowPlan plan, TActivation activation)
    {
        (_plan, _layout, _activation) = (plan, plan.Layout, activation);
        Responses = new ResponseLayout(_layout, plan);
        _noise = plan.Noisy ? new GroupNoise<TSimd, TVector, T>(plan) : null;
        _constants = new AlignedBuffer<T>(2 * _layout.Lanes);
        new Span<T>(ConstantBias, _layout.Lanes).Fill(T.CreateTruncating(_layout.ConstantBias));
        new Span<T>(ConstantAmplitude, _layout.Lanes).Fill(T.CreateTruncating(_layout.ConstantAmplitude));
        _lanesOfTail = new AlignedBuffer<T>((long)plan.Batch * _layout.Lanes);
    }

    public TActivation Activation => _activation;

    public ResponseLayout Responses { get; }

    private T* ConstantBias => _constants.Pointer;

    private T* ConstantAmplitude => _constants.Pointer + _layout.Lanes;

    /// <summary>Finishes one window of a leaf (null at the start) and finds the pre-activations of the next.</summary>
    public void OpenWindow(T* leaf, T* responses, long firstParticle, int occupied, SampleWindow<T>? finished, SampleWindow<T> next)
    {
        for (var g = 0; g * _layout.Lanes < occupied; g++)
        {
            OpenGroup(leaf, responses, firstParticle + g * _layout.Lanes, finished, next);
            leaf += _layout.GroupLength;
            responses += Responses.GroupLength;
        }
    }

    /// <summary>
    /// Predictions of a leaf for the batch of a step: adds a σ(u) lane by lane to <paramref name="lanes"/> (batch ×
    /// lanes), after the amplitudes have made the step <paramref name="pending"/> before.
    /// </summary>
    public void Step(
        T* leaf, T* responses, long firstParticle, int occupied, SampleWindow<T> window, int step,
        in StepOf<T> pending, T* lanes)
    {
        DrawAmplitudes(firstParticle, occupied, pending);
        if (_layout.AmplitudeTrained && pending.Window is not null)
        {
            for (var g = 0; g * _layout.Lanes < occupied; g++)
                MoveAmplitude(AmplitudeOf(leaf, g), responses + g * Responses.GroupLength, g, pending);
        }
        var (whole, rest) = Math.DivRem(occupied, _layout.Lanes);
        StepGroups(leaf, responses, whole, window, step, lanes);
        if (rest > 0)
        {
            leaf += whole * _layout.GroupLength;
            StepTail(leaf, responses + whole * Responses.GroupLength, window, step, rest, lanes);
        }
    }

    /// <summary>Copies a leaf as it stands before a step of the window, all delayed moves made; its window must be closed there.</summary>
    public void Materialise(
        T* leaf, T* responses, long firstParticle, int occupied, in StepOf<T> at, in StepOf<T> pending, T* destination)
    {
        DrawAmplitudes(firstParticle, occupied, pending);
        for (var first = 0; first < occupied; first += _layout.Lanes)
        {
            new ReadOnlySpan<T>(leaf, _layout.GroupLength).CopyTo(new Span<T>(destination, _layout.GroupLength));
            if (at.Window is { } window)
                CatchUp(destination, responses, firstParticle + first, window, at.Step);
            if (_layout.AmplitudeTrained && pending.Window is not null)
                MoveAmplitude(AmplitudeOf(destination, 0), responses, first / _layout.Lanes, pending);
            leaf += _layout.GroupLength;
            responses += Responses.GroupLength;
            destination += _layout.GroupLength;
        }
    }

    /// <summary>Adds a σ(u) of a group at rest for the samples of a table (rows × stride) to samples × lanes.</summary>
    public void Predict(T* group, T* table, int stride, int samples, T* u, T* lanes)
    {
        var bias = Bias(group);
        var matrix = _layout.Linearized ? group + _layout.StartRow * _layout.Lanes : group;
        GroupAlgebra<TSimd, TVector, T>.Product(group, _layout.MatrixRows, _layout.Lanes, table, stride, samples, bias, u);
        var start = u + samples * _layout.Lanes;
        if (_layout.Linearized)
            GroupAlgebra<TSimd, TVector, T>.Product(matrix, _layout.MatrixRows, _layout.Lanes, table, stride, samples, bias, start);
        for (var v = 0; v < samples * _layout.Lanes; v += TSimd.Count)
        {
            var frozen = _layout.Linearized ? start + v : null;
            var neuron = Evaluate(_activation, group + v % _layout.Lanes, TSimd.Load(u + v), frozen);
            TSimd.Store(TSimd.Add(TSimd.Load(lanes + v), neuron.Output), lanes + v);
        }
    }

    /// <summary>Trained amplitudes of a leaf, groups × lanes, after the step <paramref name="pending"/>.</summary>
    public void CopyAmplitudes(
        T* leaf, T* responses, long firstParticle, int occupied, in StepOf<T> pending, T* amplitudes)
    {
        DrawAmplitudes(firstParticle, occupied, pending);
        for (var g = 0; g * _layout.Lanes < occupied; g++, amplitudes += _layout.Lanes)
        {
            new ReadOnlySpan<T>(AmplitudeOf(leaf, g), _layout.Lanes).CopyTo(new(amplitudes, _layout.Lanes));
            if (pending.Window is not null)
                MoveAmplitude(amplitudes, responses + g * Responses.GroupLength, g, pending);
        }
    }

    /// <summary>Keeps a leaf's trained amplitudes as they stand.</summary>
    public void SaveAmplitudes(T* leaf, Span<T> kept)
    {
        for (var g = 0; _layout.AmplitudeTrained && g < _layout.GroupsPerLeaf; g++)
            new ReadOnlySpan<T>(AmplitudeOf(leaf, g), _layout.Lanes).CopyTo(kept[(g * _layout.Lanes)..]);
    }

    public void RestoreAmplitudes(ReadOnlySpan<T> kept, T* leaf)
    {
        for (var g = 0; _layout.AmplitudeTrained && g < _layout.GroupsPerLeaf; g++)
            kept.Slice(g * _layout.Lanes, _layout.Lanes).CopyTo(new(AmplitudeOf(leaf, g), _layout.Lanes));
    }

    /// <summary>What decay and noise alone do to amplitudes in a step.</summary>
    public void DriftAmplitudes(T* amplitudes, long firstParticle, int occupied, in StepOf<T> at)
    {
        var window = at.Window!;
        DrawAmplitudes(firstParticle, occupied, at);
        for (var g = 0; g * _layout.Lanes < occupied; g++, amplitudes += _layout.Lanes)
        {
            if (_plan.Decaying)
                GroupAlgebra<TSimd, TVector, T>.Scale(
                    amplitudes, 1, _layout.Lanes, T.CreateTruncating(window.Decays[at.Step]));
            _noise?.MoveAmplitude(amplitudes, g, window.NoiseScales[at.Step]);
        }
    }

    /// <summary>A group's amplitudes, where they are not trained.</summary>
    public T* Amplitude(T* group) => Amplitude(group, _layout.AmplitudeRow);

    /// <summary>Output a σ(u), coefficient q = a σ'(u) and value σ(u), for amplitudes of one's own.</summary>
    public (TVector Output, TVector Coefficient, TVector Value) Evaluate(
        T* group, TVector amplitude, TVector u, T* start) => Evaluate(_activation, group, amplitude, u, start);

    public void Dispose()
    {
        _noise?.Dispose();
        _constants.Dispose();
        _lanesOfTail.Dispose();
    }

    private void OpenGroup(T* group, T* u, long firstParticle, SampleWindow<T>? finished, SampleWindow<T> next)
    {
        var (rows, lanes, stride) = (_layout.MatrixRows, _layout.Lanes, _plan.Samples);
        var bias = Bias(group);
        var fused = TSimd.Count * sizeof(T) == 64 && finished?.Samples == 8 && next.Samples == 8;
        if (finished is not null)
            ScaleByDecay(group, finished, finished.Steps);
        if (fused)
            GroupAlgebra<TSimd, TVector, T>.UpdateAndProduct(group, rows, lanes, finished!.Update, next.Product, stride, bias, u);
        else if (finished is not null)
            GroupAlgebra<TSimd, TVector, T>.Update(group, rows, lanes, finished.Update, stride, finished.Samples, u);
        if (!fused)
            GroupAlgebra<TSimd, TVector, T>.Product(group, rows, lanes, next.Product, stride, next.Samples, bias, u);
        _noise?.Open(group, firstParticle, next, u);
        if (_layout.Linearized)
        {
            var start = group + _layout.StartRow * lanes;
            GroupAlgebra<TSimd, TVector, T>.Product(start, rows, lanes, next.Start, stride, next.Samples, bias, u + Responses.Start);
        }
    }

    private void CatchUp(T* group, T* q, long firstParticle, SampleWindow<T> window, int steps)
    {
        _noise?.Rewind(group, firstParticle, window, steps);
        ScaleByDecay(group, window, steps);
        GroupAlgebra<TSimd, TVector, T>.Update(
            group, _layout.MatrixRows, _layout.Lanes, window.Update, _plan.Samples, steps * _plan.Batch, q);
    }

    private void ScaleByDecay(T* group, SampleWindow<T> window, int steps)
    {
        if (!_plan.Decaying || _plan.Noisy)
            return;
        var decay = T.CreateTruncating(window.CumulativeDecay(steps));
        GroupAlgebra<TSimd, TVector, T>.Scale(group, _layout.MatrixRows, _layout.Lanes, decay);
    }

    private void DrawAmplitudes(long firstParticle, int occupied, in StepOf<T> pending)
    {
        if (_layout.AmplitudeTrained && pending.Window is { } window)
            _noise?.DrawAmplitudes(firstParticle, occupied, window.FirstStep + pending.Step);
    }

    private T* AmplitudeOf(T* leaf, int group) =>
        leaf + group * _layout.GroupLength + _layout.AmplitudeRow!.Value * _layout.Lanes;

    private void MoveAmplitude(T* amplitude, T* responses, int index, in StepOf<T> pending)
    {
        var (window, step) = (pending.Window!, pending.Step);
        for (var v = 0; v < _layout.Lanes; v += TSimd.Count)
        {
            var a = TSimd.Load(amplitude + v);
            if (_plan.Decaying)
                a = TSimd.Multiply(a, TSimd.Constant(window.Decays[step]));
            for (var n = 0; n < _plan.Batch; n++)
            {
                var value = TSimd.Load(responses + Responses.Values + n * _layout.Lanes + v);
                a = TSimd.MultiplyAdd(value, TSimd.Constant(window.AmplitudeGain(step * _plan.Batch + n)), a);
            }
            TSimd.Store(a, amplitude + v);
        }
        _noise?.MoveAmplitude(amplitude, index, window.NoiseScales[step]);
    }

    private void StepTail(T* group, T* responses, SampleWindow<T> window, int step, int occupied, T* lanes)
    {
        var tail = _lanesOfTail.Pointer;
        new Span<T>(tail, _plan.Batch * _layout.Lanes).Clear();
        StepGroups(group, responses, 1, window, step, tail);
        for (var n = 0; n < _plan.Batch; n++)
            for (var lane = 0; lane < occupied; lane++)
                lanes[n * _layout.Lanes + lane] += tail[n * _layout.Lanes + lane];
    }

    private void StepGroups(T* leaf, T* responses, int groups, SampleWindow<T> window, int step, T* lanes)
    {
        for (var n = 0; n < _plan.Batch; n++)
            for (var v = 0; v < _layout.Lanes; v += TSimd.Count)
                StepLanes(leaf + v, responses + v, groups, window, step, n, lanes + n * _layout.Lanes + v);
    }

    /// <summary>One vector of each group: u_l = U_l + Σ_j coupling_j q_j, then q_l in its place and a σ(u_l) to the sum.</summary>
    private void StepLanes(T* leaf, T* q, int groups, SampleWindow<T> window, int step, int item, T* lanes)
    {
        var (activation, earlier) = (_activation, step * _plan.Batch);
        var (width, length, place) = (_layout.Lanes, Responses.GroupLength, (earlier + item) * _layout.Lanes);
        var coupling = window.Coupling + (earlier + item) * _plan.Samples;
        var values = _layout.AmplitudeTrained ? Responses.Values + item * width : 0;
        var start = _layout.Linearized ? place + Responses.Start : 0;
        var sum = TSimd.Load(lanes);
        for (var g = 0; g < groups; g++, q += length, leaf += _layout.GroupLength)
        {
            var u = TSimd.Load(q + place);
            for (var j = 0; j < earlier; j++)
                u = TSimd.MultiplyAdd(TSimd.Load(q + j * width), TSimd.Broadcast(coupling[j]), u);
            var neuron = Evaluate(activation, leaf, u, start == 0 ? null : q + start);
            TSimd.Store(neuron.Coefficient, q + place);
            sum = TSimd.Add(sum, neuron.Output);
            if (values != 0)
                TSimd.Store(neuron.Value, q + values);
        }
        TSimd.Store(sum, lanes);
    }

    /// <summary>Output a σ(u), coefficient q = a σ'(u) and value σ(u); the linearized network takes σ at its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TVector Output, TVector Coefficient, TVector Value) Evaluate(
        TActivation activation, T* group, TVector u, T* start) =>
        Evaluate(activation, group, TSimd.Load(Amplitude(group, _layout.AmplitudeRow)), u, start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TVector Output, TVector Coefficient, TVector Value) Evaluate(
        TActivation activation, T* group, TVector a, TVector u, T* start)
    {
        if (start is null)
        {
            activation.Evaluate(u, out var value, out var slope);
            return (TSimd.Multiply(a, value), TSimd.Multiply(a, slope), value);
        }
        var u0 = TSimd.Load(start);
        activation.Evaluate(u0, out var value0, out var slope0);
        var coefficient = TSimd.Multiply(TSimd.Load(Amplitude(group, _layout.StartAmplitudeRow)), slope0);
        var moved = TSimd.MultiplyAdd(coefficient, TSimd.Subtract(u, u0), TSimd.Multiply(a, value0));
        return (moved, coefficient, value0);
    }

    private T* Amplitude(T* group, int? row) => row is { } r ? group + r * _layout.Lanes : ConstantAmplitude;

    private T* Bias(T* group) => _layout.FrozenBiasRow is { } row ? group + row * _layout.Lanes : ConstantBias;
}
