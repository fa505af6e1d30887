using System.Numerics;
using MeanField.Core.Model;
using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;
using MeanField.Core.Particles;

namespace MeanField.Core.Dynamics.LookAhead;

/// <summary>
/// A leaf's part in the forecast of a window that has just been opened, taken along the path on which no residual
/// acts: decay and noise are on it. The particles and their responses are left alone.
/// </summary>
/// <remarks>
/// With q = a σ'(u) and v = σ(u) on that path, P_l = Σ a_l v_l, and a residual r_j moves the prediction of a later
/// sample by κ_j D_{l/j} K_lj to first order, K_lj = Σ (ρ_w ⟨x_j, x_l⟩ + ρ_b) q_j q_l + ρ_a v_j v_l.
/// </remarks>
internal sealed unsafe class LeafForecast<TSimd, TVector, T, TActivation> : IDisposable
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged, INumberBase<T>
    where TActivation : struct, IActivation<TSimd, TVector, T>
{
    private readonly WindowPlan _plan;
    private readonly ForecastLayout _forecast;
    private readonly ParticleLayout _layout;
    private readonly RidgeKernel<TSimd, TVector, T, TActivation> _kernel;
    private readonly int _groupLength;
    private readonly AlignedBuffer<T> _coefficients;
    private readonly AlignedBuffer<T> _values;
    private readonly AlignedBuffer<T> _outputs;
    private readonly AlignedBuffer<T> _amplitudes;
    private readonly double[] _weights;
    private readonly double[] _amplitudeRates;

    public LeafForecast(
        WindowPlan plan, ForecastLayout forecast, RidgeKernel<TSimd, TVector, T, TActivation> kernel)
    {
        (_plan, _forecast, _layout, _kernel) = (plan, forecast, plan.Layout, kernel);
        _groupLength = forecast.Samples * _layout.Lanes;
        var leaf = (long)_groupLength * _layout.GroupsPerLeaf;
        _coefficients = new AlignedBuffer<T>(leaf);
        _values = new AlignedBuffer<T>(_layout.AmplitudeTrained ? leaf : _layout.Lanes);
        _outputs = new AlignedBuffer<T>(_groupLength);
        _amplitudes = new AlignedBuffer<T>(_layout.AmplitudeTrained ? _layout.Leaf : 0);
        _weights = new double[forecast.Samples];
        _amplitudeRates = new double[forecast.Samples];
        Array.Fill(_amplitudeRates, plan.Rates.Amplitude);
    }

    /// <summary>Writes the leaf's P and K to their places in <paramref name="sums"/>.</summary>
    public void Run(
        T* rows, T* responses, long firstParticle, int occupied, SampleWindow<T> window, in StepOf<T> pending,
        double[] sums)
    {
        new Span<T>(_outputs.Pointer, _groupLength).Clear();
        var groups = (occupied + _layout.Lanes - 1) / _layout.Lanes;
        if (_layout.AmplitudeTrained)
            _kernel.CopyAmplitudes(rows, responses, firstParticle, occupied, pending, _amplitudes.Pointer);
        for (var step = 0; step < window.Steps; step++)
        {
            for (var g = 0; g < groups; g++)
                for (var item = 0; item < _plan.Batch; item++)
                    Evaluate(rows, responses, g, step * _plan.Batch + item, occupied - g * _layout.Lanes);
            if (_layout.AmplitudeTrained)
                _kernel.DriftAmplitudes(_amplitudes.Pointer, firstParticle, occupied, new(window, step));
        }
        for (var l = 0; l < window.Samples; l++)
        {
            sums[l] = LaneSum.Of(_outputs.Pointer + l * _layout.Lanes, _layout.Lanes);
            AddPairs(window, groups, l, sums.AsSpan(_forecast.Pairs(l), _forecast.Earlier(l)));
        }
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<IDisposable>)[_coefficients, _values, _outputs, _amplitudes])
            buffer.Dispose();
    }

    private void Evaluate(T* rows, T* responses, int index, int sample, int occupied)
    {
        var lanes = _layout.Lanes;
        var group = rows + index * _layout.GroupLength;
        var u = responses + index * _kernel.Responses.GroupLength + sample * lanes;
        var amplitude = _layout.AmplitudeTrained ? _amplitudes.Pointer + index * lanes : _kernel.Amplitude(group);
        var q = _coefficients.Pointer + index * _groupLength + sample * lanes;
        var values = _values.Pointer + (_layout.AmplitudeTrained ? index * _groupLength + sample * lanes : 0);
        var outputs = _outputs.Pointer + sample * lanes;
        var own = stackalloc T[lanes];
        for (var v = 0; v < lanes; v += TSimd.Count)
        {
            var start = _layout.Linearized ? u + _kernel.Responses.Start + v : null;
            var neuron = _kernel.Evaluate(group + v, TSimd.Load(amplitude + v), TSimd.Load(u + v), start);
            TSimd.Store(neuron.Output, own + v);
            TSimd.Store(neuron.Coefficient, q + v);
            TSimd.Store(neuron.Value, values + v);
        }
        for (var lane = occupied; lane < lanes; lane++)
            own[lane] = q[lane] = values[lane] = T.Zero;
        for (var v = 0; v < lanes; v += TSimd.Count)
            TSimd.Store(TSimd.Add(TSimd.Load(outputs + v), TSimd.Load(own + v)), outputs + v);
    }

    private void AddPairs(SampleWindow<T> window, int groups, int sample, Span<double> sums)
    {
        for (var j = 0; j < sums.Length; j++)
            _weights[j] = window.Interaction(j, sample);
        sums.Clear();
        PairSums<TSimd, TVector, T>.Add(
            _coefficients.Pointer, groups, _groupLength, _layout.Lanes, sample, _weights, sums);
        if (_layout.AmplitudeTrained)
            PairSums<TSimd, TVector, T>.Add(
                _values.Pointer, groups, _groupLength, _layout.Lanes, sample, _amplitudeRates, sums);
    }
}
