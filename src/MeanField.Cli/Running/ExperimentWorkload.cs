using System.Collections.Immutable;
using MeanField.Actors.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;
using MeanField.Core.Specification;

namespace MeanField.Cli.Running;

/// <summary>An experiment as the actors see it.</summary>
internal sealed class ExperimentWorkload(Experiment experiment) : IWorkload
{
    public IMeanFieldModel Model => experiment.Model;

    public ImmutableArray<long> ObservedSteps => experiment.ObservedSteps;

    public IProbePlan Plan(long step) => experiment.Plan(step);
}

/// <summary>Makes experiments of specifications' texts.</summary>
internal sealed class ExperimentSource : IWorkloadSource
{
    public IWorkload Open(string specification) => new ExperimentWorkload(
        Experiment.Create(SpecificationJson.Parse(specification, baseDirectory: null, sets: null)));
}
