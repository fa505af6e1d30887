using MeanField.Core.Data;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures.Risks;
using MeanField.Core.Measures.Risks.Gaussian;
using MeanField.Core.Measures.Stages;
using MeanField.Core.Specification;

namespace MeanField.Core.Measures;

/// <summary>What is measured at an observed step: stage after stage, in column order.</summary>
public sealed class ObservationPlan : IProbePlan
{
    private readonly ExperimentSpec _spec;
    private readonly LeafProbe _probe;
    private readonly List<IObservationStage> _stages;
    private int _current;

    public ObservationPlan(ExperimentSpec spec, IDataLaw law, long step, int particleLength)
    {
        (_spec, Step) = (spec, step);
        _probe = new LeafProbe(spec, law.Dimension);
        _stages = [.. Stages(spec, law, step, particleLength)];
        SkipDone();
    }

    public long Step { get; }

    public ProbeRequest? Next => _current < _stages.Count ? _stages[_current].Next : null;

    public ProbeTotals Empty() => _probe.Empty(Next ?? throw NothingAsked());

    public void Accept(ProbeTotals totals)
    {
        if (_current == _stages.Count)
            throw NothingAsked();
        _stages[_current].Accept(totals);
        SkipDone();
    }

    public Observation Complete()
    {
        if (_current < _stages.Count)
            throw new InvalidOperationException($"The probe {Next} is still to be answered.");
        var time = new StepSchedule(_spec.Training).Time(Step);
        var blank = new Observation { Step = Step, Time = time, Risk = double.NaN, RiskStandardError = 0 };
        return _stages.Aggregate(blank, (observation, stage) => stage.Describe(observation));
    }

    private static IEnumerable<IObservationStage> Stages(
        ExperimentSpec spec, IDataLaw law, long step, int particleLength)
    {
        var (network, observe) = (spec.Network, spec.Observe);
        var samples = new TestSamples(observe, law, step);
        yield return new RiskStage(network, samples, law.Dimension);
        if (!samples.Whole && MomentRisks.Of(spec, law.Dimension) is { } risk)
            yield return new MomentRiskStage(risk);
        else if (!samples.Whole && GaussianRisk.Target(spec, law.Dimension) is { } target)
            yield return new PairwiseRiskStage(spec, target, law.Dimension, particleLength);
        yield return new MomentStage(new MomentSums(spec), network.Particles, observe.Histogram?.Bins ?? 0);
        yield return new TestFunctionStage(observe.TestFunctions, network.Particles);
        if (observe.Track > 0)
            yield return new PathStage((int)Math.Min(observe.Track, network.Particles), particleLength);
    }

    private void SkipDone()
    {
        while (_current < _stages.Count && _stages[_current].Next is null)
            _current++;
    }

    private static InvalidOperationException NothingAsked() => new("Nothing is asked any more.");
}
