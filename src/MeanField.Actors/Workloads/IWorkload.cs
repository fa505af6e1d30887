using System.Collections.Immutable;
using MeanField.Core.Dynamics;
using MeanField.Core.Measures;

namespace MeanField.Actors.Workloads;

/// <summary>
/// What a run computes and measures. Immutable, and shared by all of a process's actors of the run.
/// </summary>
public interface IWorkload
{
    IMeanFieldModel Model { get; }

    /// <summary>Ascending; the last may be <see cref="IMeanFieldModel.Steps"/>.</summary>
    ImmutableArray<long> ObservedSteps { get; }

    /// <summary>A new conversation that measures θ^step.</summary>
    IProbePlan Plan(long step);
}
