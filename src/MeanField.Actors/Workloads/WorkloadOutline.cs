namespace MeanField.Actors.Workloads;

/// <summary>What a specification says of its workload without the data that it may need to be opened.</summary>
/// <param name="Steps">How many.</param>
/// <param name="SignalLength">Numbers a step.</param>
public sealed record WorkloadOutline(long Steps, int SignalLength);
