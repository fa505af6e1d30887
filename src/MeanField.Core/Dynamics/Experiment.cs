using System.Collections.Immutable;
using MeanField.Core.Data;
using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Core.Dynamics;

/// <summary>A specification made ready to run: the law, the schedule, the model and the observed steps.</summary>
public sealed class Experiment
{
    private Experiment(ExperimentSpec spec, SimdWidth width)
    {
        Spec = spec;
        Law = DataLaws.Create(spec.Data, spec.Seed);
        SpecificationDimension.Require(spec, Law.Dimension);
        Schedule = new StepSchedule(spec.Training);
        Model = new SgdModel(spec, Law, Schedule, width);
        ObservedSteps = [.. Steps(spec).Distinct().Order()];
    }

    public ExperimentSpec Spec { get; }

    public IDataLaw Law { get; }

    public StepSchedule Schedule { get; }

    public IMeanFieldModel Model { get; }

    /// <summary>Ascending; the start and the end among them.</summary>
    public ImmutableArray<long> ObservedSteps { get; }

    /// <param name="spec">A valid specification.</param>
    /// <param name="width">The vector width of the kernels; null: the widest that there is.</param>
    /// <exception cref="SpecificationException">The data file cannot be used.</exception>
    public static Experiment Create(ExperimentSpec spec, SimdWidth? width = null) =>
        new(spec, width ?? SimdWidths.Widest);

    /// <summary>What is to be asked at an observed step.</summary>
    public IProbePlan Plan(long step) => new ObservationPlan(Spec, Law, step, Model.ParticleLength);

    private static IEnumerable<long> Steps(ExperimentSpec spec)
    {
        var (training, observe) = (spec.Training, spec.Observe);
        yield return 0;
        yield return training.Steps;
        foreach (var time in observe.Times ?? [])
            yield return Math.Min(training.Steps, (long)Math.Round(time / training.StepSize));
        if (observe.Every is not { } every)
            yield break;
        for (long i = 1; i * every < training.Horizon; i++)
            yield return (long)Math.Round(i * every / training.StepSize);
    }
}
