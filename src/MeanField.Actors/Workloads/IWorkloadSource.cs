namespace MeanField.Actors.Workloads;

/// <summary>Makes a workload of a specification's text: the same everywhere for the same text.</summary>
public interface IWorkloadSource
{
    IWorkload Open(string specification);

    /// <summary>What is known of the workload even where it cannot be opened.</summary>
    WorkloadOutline Outline(string specification);
}
