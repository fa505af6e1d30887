using MeanField.Actors.Workloads;
using MeanField.Protocol;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Coordination;

/// <summary>
/// A run that is on record and cannot be opened here now: its data file is missing or differs, a volume is not there
/// yet. What it has done is safe, so that it waits, trying again ever more patiently, until it can go on or is
/// cancelled.
/// </summary>
internal sealed class HinderedRun(
    RunId run, Chronicle.RunAccepted accepted, RunChronicle chronicle, SpecificationText text, WorkloadOutline outline)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private TimeSpan _pause = FirstPause;

    public Chronicle.RunAccepted Accepted => accepted;

    public RunChronicle Chronicle => chronicle;

    public SpecificationText Text => text;

    /// <summary>Why it cannot be opened.</summary>
    public string Reason { get; private set; } = "";

    public bool IsOver => chronicle.Archive.Ending is not null;

    private long Steps => chronicle.Archive.Signals.Count / outline.SignalLength;

    /// <summary>It could not be opened again; gives how long to wait before the next attempt.</summary>
    public TimeSpan Hinder(string reason)
    {
        Reason = reason;
        var pause = _pause;
        _pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
        return pause;
    }

    /// <summary>What ends it where it stands.</summary>
    public Chronicle.RunConcluded Conclusion => new(RunEnding.Interrupted, Steps, "");

    public void Conclude(RunEnding ending) => chronicle.Archive.Conclude(ending);

    public Enquiries.ProgressReported Report(string coordinator)
    {
        var archive = chronicle.Archive;
        var status = new RunStatus(
            run,
            accepted.Title,
            archive.Ending is { } ending ? RunDossier.StateOf(ending) : RunState.Waiting,
            Steps,
            outline.Steps,
            accepted.Shards,
            Nodes: 0,
            archive.FailuresSurvived,
            accepted.SubmittedAt,
            archive.Failure?.Reason ?? (IsOver ? "" : Reason));
        return new(status, new(coordinator, []), text.Fingerprint, text.Length);
    }
}
