namespace MeanField.Actors.Workloads;

/// <summary>Makes a workload of a specification's text: the same everywhere for the same text.</summary>
public interface IWorkloadSource
{
    IWorkload Open(string specification);
}
