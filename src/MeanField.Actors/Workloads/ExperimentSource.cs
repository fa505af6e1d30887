using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Actors.Workloads;

/// <summary>Opens experiments from their canonical JSON.</summary>
public sealed class ExperimentSource : IWorkloadSource
{
    public IWorkload Open(string specification) =>
        new ExperimentWorkload(Experiment.Create(Parse(specification)));

    public WorkloadOutline Outline(string specification)
    {
        var spec = Parse(specification);
        return new(spec.Training.Steps, spec.SignalLength);
    }

    private static ExperimentSpec Parse(string specification) => SpecificationJson.Parse(specification, null, null);
}
