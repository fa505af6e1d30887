using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;

namespace MeanField.Actors.Workloads;

/// <summary>An experiment as a workload.</summary>
internal sealed class ExperimentWorkload(Experiment experiment) : IWorkload
{
    public IMeanFieldModel Model => experiment.Model;

    public ImmutableArray<long> ObservedSteps => experiment.ObservedSteps;

    public IProbePlan Plan(long step) => experiment.Plan(step);
}
