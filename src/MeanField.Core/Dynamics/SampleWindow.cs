using System.Numerics;
using MeanField.Core.Dynamics.Brownian;
using MeanField.Core.Numerics;
using MeanField.Core.Randomness;

namespace MeanField.Core.Dynamics;

/// <summary>
/// The samples of one window and the tables that move particles through it by delayed rank-one updates.
/// </summary>
/// <remarks>
/// With u_l = ⟨W, x_l⟩ at the window's start and q_j = a σ'(u_j) at step j, the weights within the window are
/// W_m = D_m W + Σ_{j &lt; m} κ_j D_{m/j} q_j x_j, so u_l = D_l U_l + Σ_j κ_j D_{l/j} ⟨x_j, x_l⟩ q_j, where κ_j is the
/// signal times the step, D the product of decays in between. All tables are sums and products of scalars: leaves
/// only multiply and add.
/// </remarks>
internal sealed unsafe class SampleWindow<T> : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private readonly WindowPlan _plan;
    private readonly int _stride;
    private readonly double[] _input;
    private readonly double[] _factors;
    private readonly double[] _gain;
    private readonly AlignedBuffer<double> _inputs;
    private readonly AlignedBuffer<double> _gram;
    private readonly AlignedBuffer<T> _product;
    private readonly AlignedBuffer<T> _start;
    private readonly AlignedBuffer<T> _update;
    private readonly AlignedBuffer<T> _coupling;

    public SampleWindow(WindowPlan plan)
    {
        _plan = plan;
        _stride = plan.Samples;
        var rows = plan.Layout.MatrixRows;
        _input = new double[plan.Layout.Dimension];
        _factors = new double[_stride];
        _gain = new double[_stride];
        StepSizes = new double[plan.StepsPerWindow];
        Decays = new double[plan.StepsPerWindow];
        NoiseScales = new double[plan.StepsPerWindow];
        (Targets, Residuals) = (new double[_stride], new double[_stride]);
        _inputs = new AlignedBuffer<double>((long)rows * _stride);
        _gram = new AlignedBuffer<double>((long)_stride * _stride);
        _product = new AlignedBuffer<T>((long)rows * _stride);
        _start = new AlignedBuffer<T>(plan.Layout.Linearized || plan.Noisy ? (long)rows * _stride : 0);
        _update = new AlignedBuffer<T>((long)rows * _stride);
        _coupling = new AlignedBuffer<T>((long)_stride * _stride);
        Noise = plan.Noisy ? new NoiseBridge(plan) : null;
    }

    public long Index { get; private set; } = -1;

    public long FirstStep { get; private set; }

    public int Steps { get; private set; }

    public int Samples => Steps * _plan.Batch;

    /// <summary>s_k, 1 − 2λs_k and the noise scale of the window's steps.</summary>
    public double[] StepSizes { get; }

    public double[] Decays { get; }

    public double[] NoiseScales { get; }

    /// <summary>Rows × samples: what a particle's rows are multiplied by for the pre-activations U.</summary>
    public T* Product => _product.Pointer;

    /// <summary>The law of the window's noise; null without noise.</summary>
    public NoiseBridge? Noise { get; }

    /// <summary>The same without decay: for the frozen start of the linearized network, and for noise.</summary>
    public T* Start => _start.Pointer;

    /// <summary>Rows × samples: the coefficients q are multiplied by it to update a particle's rows.</summary>
    public T* Update => _update.Pointer;

    /// <summary>Row l: the weights of q_0 … in u_l.</summary>
    public T* Coupling => _coupling.Pointer;

    /// <summary>y of every sample.</summary>
    public double[] Targets { get; }

    /// <summary>r of every sample whose step's signal has been received.</summary>
    public double[] Residuals { get; }

    /// <summary>The product of the decays of the first steps.</summary>
    public double CumulativeDecay(int steps)
    {
        var product = 1.0;
        for (var n = 0; n < steps; n++)
            product *= Decays[n];
        return product;
    }

    /// <summary>κ_j times the amplitude's rate: the weight of σ(u_j) in the amplitude's step.</summary>
    public double AmplitudeGain(int sample) => _gain[sample] * _plan.Rates.Amplitude;

    public void Open(long index)
    {
        Index = index;
        FirstStep = index * _plan.StepsPerWindow;
        Steps = (int)Math.Min(_plan.StepsPerWindow, _plan.Steps - FirstStep);
        for (var n = 0; n < Steps; n++)
        {
            StepSizes[n] = _plan.Schedule.StepSize(FirstStep + n);
            Decays[n] = _plan.Decay(StepSizes[n]);
            NoiseScales[n] = _plan.NoiseScale(StepSizes[n]);
        }
        Draw();
        WindowAlgebra.Gram(_inputs.Pointer, _plan.Layout.Dimension, _stride, Samples, _gram.Pointer);
        Noise?.Open(Decays.AsSpan(0, Steps), NoiseScales, _gram.Pointer, _plan.Layout.BiasTrained ? 1 : 0);
        FillProducts();
    }

    /// <summary>Takes the signal of a step: its coefficients enter the pre-activations of all later steps.</summary>
    public void Receive(int step, ReadOnlySpan<double> signal)
    {
        for (var n = 0; n < _plan.Batch; n++)
        {
            var j = step * _plan.Batch + n;
            Residuals[j] = signal[n];
            _gain[j] = _plan.GradientScale * StepSizes[step] * signal[n];
            var decay = 1.0;
            for (var later = step + 1; later < Steps; later++)
            {
                for (var l = later * _plan.Batch; l < (later + 1) * _plan.Batch; l++)
                    _coupling.Pointer[l * _stride + j] = T.CreateTruncating(_gain[j] * decay * Interaction(j, l));
                decay *= Decays[later];
            }
        }
    }

    /// <summary>Fills <see cref="Update"/> with what the first <paramref name="steps"/> steps do to the rows.</summary>
    public void Close(int steps)
    {
        var decay = 1.0;
        for (var step = steps - 1; step >= 0; step--)
        {
            for (var j = step * _plan.Batch; j < (step + 1) * _plan.Batch; j++)
                _factors[j] = _gain[j] * decay;
            decay *= Decays[step];
        }
        FillTable(steps * _plan.Batch, _plan.Rates.Weights, _plan.Rates.Bias, _update.Pointer);
    }

    /// <summary>⟨∂u_j, ∂u_l⟩ over the rows, by their rates: what q_j and q_l are coupled by.</summary>
    public double Interaction(int j, int l)
    {
        var inner = _plan.Rates.Weights * _gram.Pointer[j * _stride + l];
        return _plan.Layout.BiasTrained ? inner + _plan.Rates.Bias : inner;
    }

    private void Draw()
    {
        var inputs = _inputs.Pointer;
        for (var l = 0; l < Samples; l++)
        {
            Targets[l] = _plan.Law.Draw(Purpose.Sample, FirstStep + l / _plan.Batch, l % _plan.Batch, _input);
            for (var i = 0; i < _input.Length; i++)
                inputs[i * _stride + l] = _input[i];
        }
        if (_plan.Layout.BiasTrained)
            new Span<double>(inputs + (long)_input.Length * _stride, Samples).Fill(1);
    }

    private void FillProducts()
    {
        Array.Fill(_factors, 1);
        if (_plan.Layout.Linearized || _plan.Noisy)
            FillTable(Samples, 1, 1, _start.Pointer);
        if (_plan.Decaying)
        {
            for (var l = 0; l < Samples; l++)
                _factors[l] = CumulativeDecay(l / _plan.Batch);
        }
        FillTable(Samples, 1, 1, _product.Pointer);
    }

    private void FillTable(int samples, double weightsRate, double biasRate, T* table)
    {
        WindowAlgebra.ScaleColumns(
            _inputs.Pointer, _plan.Layout.Dimension, _stride, samples, _factors, weightsRate, table);
        if (!_plan.Layout.BiasTrained)
            return;
        var row = (long)_plan.Layout.Dimension * _stride;
        for (var l = 0; l < samples; l++)
            table[row + l] = T.CreateTruncating(_factors[l] * biasRate);
    }

    public void Dispose()
    {
        foreach (var buffer in (ReadOnlySpan<IDisposable>)[_inputs, _gram, _product, _start, _update, _coupling])
            buffer.Dispose();
    }
}
