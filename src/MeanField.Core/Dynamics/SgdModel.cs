using MeanField.Core.Data;
using MeanField.Core.Dynamics.LookAhead;
using MeanField.Core.Measures;
using MeanField.Core.Particles;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>
/// One-pass SGD of a two-layer network as a mean-field model: the summary of a step is Σ σ*(x_k; θ_i) for the step's
/// samples, the signal their residuals r = y − ŷ (MMN 2018, eq. 3). Where it looks ahead, a round is a window: its
/// summary also says how residuals act on each other, its signal is all the window's residuals.
/// </summary>
public sealed class SgdModel : IMeanFieldModel
{
    /// <summary>Inputs up to this length stay on the stack.</summary>
    private const int StackNumbers = 1024;

    private readonly ExperimentSpec _spec;
    private readonly WindowPlan _plan;
    private readonly InitialParticles _initial;
    private readonly LeafProbe _probe;
    private readonly SimdWidth _width;

    internal SgdModel(ExperimentSpec spec, IDataLaw law, StepSchedule schedule, SimdWidth width)
    {
        _spec = spec;
        var layout = new ParticleLayout(spec.Network, spec.Compute, law.Dimension);
        _plan = new WindowPlan(spec, law, layout, schedule);
        _initial = new InitialParticles(spec.Network, spec.Seed, law.Dimension);
        _probe = new LeafProbe(spec, law.Dimension);
        _width = width;
    }

    public long Particles => _plan.Layout.Particles;

    public int ParticleLength => _plan.Layout.ParticleLength;

    public int Leaves => _plan.Layout.Leaves;

    public int ParticlesPerLeaf => _plan.Layout.Leaf;

    public Precision Precision => _spec.Compute.Precision;

    public long Steps => _plan.Steps;

    public int StepsPerWindow => _plan.StepsPerWindow;

    public int StepsPerRound => _plan.Forecast is null ? 1 : _plan.StepsPerWindow;

    public int SummaryLength => _plan.SummaryLength;

    public int SignalLength => _plan.SignalLength;

    public int CertificateLength => _plan.SignalLength - _plan.Batch;

    public int BytesBesideLeaf => _plan.Forecast is { } forecast ? forecast.Samples * sizeof(double) : 0;

    public ProbeTotals EmptyProbe(in ProbeRequest request) => _probe.Empty(request);

    public IParticleBlock CreateBlock(LeafRange leaves) =>
        BlockFactory.Create(_spec, _plan, leaves, _initial, _probe, _width);

    public void Respond(long step, ReadOnlySpan<double> totals, Span<double> signal)
    {
        // no buffer of the model's own: two incarnations of a coordinator may ask at once
        if (_plan.Forecast is { } forecast)
        {
            Span<double> targets = stackalloc double[signal.Length / _plan.SignalLength * _plan.Batch];
            DrawTargets(step, targets);
            Forecast.Respond(_plan, forecast, step, totals, targets, signal);
            return;
        }
        // r_n = y_n − scale · total_n for the samples of the step
        DrawTargets(step, signal);
        for (var n = 0; n < signal.Length; n++)
            signal[n] -= _plan.OutputScale * totals[n];
    }

    public bool TriesSignals => _plan.Tolerance is not null;

    public bool Judge(long step, ReadOnlySpan<double> totals, Span<double> signal) =>
        Forecast.Judge(_plan, _plan.Forecast!, step, totals, signal);

    private void DrawTargets(long firstStep, Span<double> targets)
    {
        var d = _plan.Law.Dimension;
        var input = d <= StackNumbers ? stackalloc double[d] : new double[d];
        for (var n = 0; n < targets.Length; n++)
            targets[n] = _plan.Law.DrawTarget(Purpose.Sample, firstStep + n / _plan.Batch, n % _plan.Batch, input);
    }
}
