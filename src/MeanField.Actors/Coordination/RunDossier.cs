using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>What has been agreed about a run, and never changes.</summary>
internal sealed record RunDossier(
    RunId Run,
    string Title,
    int Shards,
    long ObserveFrom,
    long SubmittedAt,
    ShelvedWorkload Shelved)
{
    public IWorkload Workload => Shelved.Workload;

    public SpecificationText Text => Shelved.Text;

    public Chronicle.RunAccepted Entry => new(Title, Shards, ObserveFrom, SubmittedAt, Text.Bytes);

    /// <param name="progress">How far it is.</param>
    /// <param name="coordinator">The member that says so.</param>
    public Enquiries.ProgressReported Report(RunProgress progress, string coordinator) =>
        new(Status(progress), new(coordinator, [.. progress.Holders.Order()]), Text.Fingerprint, Text.Length);

    public RunStatus Status(RunProgress progress)
    {
        var archive = progress.Archive;
        return new(
            Run,
            Title,
            archive.Ending is { } ending ? StateOf(ending) : RunState.Running,
            progress.KnownSteps,
            Workload.Model.Steps,
            Shards,
            progress.Holders.Count(),
            archive.FailuresSurvived,
            SubmittedAt,
            archive.Failure?.Reason ?? "");
    }

    public static RunState StateOf(RunEnding ending) => ending switch
    {
        RunEnding.Completed => RunState.Completed,
        RunEnding.Interrupted => RunState.Cancelled,
        _ => RunState.Failed,
    };
}
