using MeanField.Core.Data;
using MeanField.Core.Measures;
using MeanField.Core.Particles;
using MeanField.Core.Randomness;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>
/// One-pass SGD of a two-layer network as a mean-field model: the summary of a step is Σ σ*(x_k; θ_i) for the step's
/// samples, the signal their residuals r = y − ŷ (MMN 2018, eq. 3).
/// </summary>
public sealed class SgdModel : IMeanFieldModel
{
    /// <summary>Inputs up to this length stay on the stack.</summary>
    private const int StackNumbers = 1024;

    private readonly ExperimentSpec _spec;
    private readonly WindowPlan _plan;
    private readonly InitialParticles _initial;
    private readonly LeafProbe _probe;
    private readonly double _outputScale;
    private readonly SimdWidth _width;

    internal SgdModel(ExperimentSpec spec, IDataLaw law, StepSchedule schedule, SimdWidth width)
    {
        _spec = spec;
        var layout = new ParticleLayout(spec.Network, spec.Compute, law.Dimension);
        _plan = new WindowPlan(spec, law, layout, schedule);
        _initial = new InitialParticles(spec.Network, spec.Seed, law.Dimension);
        _probe = new LeafProbe(spec, law.Dimension);
        _outputScale = NetworkScale.Of(spec.Network);
        _width = width;
    }

    public long Particles => _plan.Layout.Particles;

    public int ParticleLength => _plan.Layout.ParticleLength;

    public int Leaves => _plan.Layout.Leaves;

    public int ParticlesPerLeaf => _plan.Layout.Leaf;

    public Precision Precision => _spec.Compute.Precision;

    public long Steps => _plan.Steps;

    public int StepsPerWindow => _plan.StepsPerWindow;

    public int SummaryLength => _plan.Batch;

    public ProbeTotals EmptyProbe(in ProbeRequest request) => _probe.Empty(request);

    public IParticleBlock CreateBlock(LeafRange leaves) =>
        BlockFactory.Create(_spec, _plan, leaves, _initial, _probe, _width);

    /// <summary>r_n = y_n − scale · total_n for the samples of the step.</summary>
    public void Respond(long step, ReadOnlySpan<double> totals, Span<double> signal)
    {
        // no buffer of the model's own: two incarnations of a coordinator may ask at once
        var d = _plan.Law.Dimension;
        var input = d <= StackNumbers ? stackalloc double[d] : new double[d];
        for (var n = 0; n < signal.Length; n++)
        {
            var y = _plan.Law.DrawTarget(Purpose.Sample, step, n, input);
            signal[n] = y - _outputScale * totals[n];
        }
    }
}
