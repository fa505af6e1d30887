using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Actors.Workloads;

/// <summary>Opens experiments from their canonical JSON.</summary>
public sealed class ExperimentSource : IWorkloadSource
{
    public IWorkload Open(string specification) =>
        new ExperimentWorkload(Experiment.Create(SpecificationJson.Parse(specification, null, null)));
}
