using MeanField.Core.Dynamics;
using MeanField.Lab.Communication;
using MeanField.Theory;

namespace MeanField.Lab.Runs;

/// <summary>
/// A run on disk while it is being written. Whatever is accepted is in valid files within seconds, and the
/// directory says at every moment where the run stands. Memory does not grow with steps or particles. Not
/// thread-safe.
/// </summary>
public sealed class RunDirectory : IDisposable
{
    // a killed run loses so much of its journal at most, and recomputes it
    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(2);

    // flushing takes at most one part in so many of the time, beside the run: the facts wait in a queue meanwhile
    private const int FlushCostFactor = 4;

    private readonly TimeProvider _time;
    private readonly FileStream _lock;
    private readonly RunClock _clock;
    private readonly RunStreams _streams;
    private RunManifest _manifest;
    private RunStatus _status = RunStatus.Running;
    private string? _reason;
    private TheoryNote? _theory;
    private long _flushed;
    private TimeSpan _untilFlush = FlushInterval;

    private RunDirectory(
        string path, TimeProvider time, FileStream held, RunManifest manifest, RunRecord? earlier = null)
    {
        Path = path;
        _time = time;
        _lock = held;
        _manifest = manifest;
        _clock = new(time, earlier?.Result.Timing ?? RunTiming.None);
        _streams = new(path, manifest, earlier);
        if (earlier is null)
            Accept(CommunicationLedger.Empty);
        Flush();
    }

    public string Path { get; }

    public RunStatus Status => _status;

    /// <summary>Steps whose residuals are recorded.</summary>
    public long Steps => _streams.Steps;

    /// <summary>The result so far.</summary>
    public RunResult Result => new()
    {
        Status = _status,
        Reason = _reason,
        Steps = _streams.Steps,
        FinalStateHash = _streams.FinalStateHash,
        TrajectoryHash = _streams.TrajectoryHash,
        Observations = [.. _streams.Observations],
        Timing = _clock.Timing,
        Failures = _manifest.FailuresSurvived,
        Certificate = _streams.Certificate,
        Theory = _theory,
    };

    /// <summary>Begins a run in a new or empty directory, or in place of an earlier run.</summary>
    /// <exception cref="RunDirectoryException">The directory cannot take a run.</exception>
    public static RunDirectory Create(
        string path, ExperimentSpec spec, RunShape shape, RunDescription description, TimeProvider time)
    {
        var held = RunPlace.Prepare(path);
        var manifest = RunManifest.Of(spec, shape, description, time.GetUtcNow());
        return Begin(held, () => new(path, time, held, manifest));
    }

    /// <summary>
    /// Goes on with a run that was interrupted or killed; the residuals it has are known signals.
    /// </summary>
    /// <exception cref="RunDirectoryException">No run, one that has ended, or one being written.</exception>
    public static RunDirectory Resume(string path, TimeProvider time)
    {
        RunPlace.RequireRun(path);
        var held = RunPlace.Lock(path);
        return Begin(held, () =>
        {
            var record = RunRecord.ReadResumable(path);
            var manifest = record.Manifest with { EndedAt = null };
            var directory = new RunDirectory(path, time, held, manifest, record);
            directory.Survive(new(directory.Steps, $"the run was {record.Ending} and resumed"));
            return directory;
        });
    }

    /// <summary>Reads a run, whatever its status.</summary>
    /// <exception cref="RunDirectoryException">No run is there, or its files are damaged.</exception>
    public static RunRecord Open(string path) => RunRecord.Read(path);

    /// <summary>The durable residuals of a run, of which there may be more than memory.</summary>
    public static NpyReader ReadResiduals(string path) =>
        NpyReader.Open(System.IO.Path.Combine(path, RunFiles.Residuals));

    /// <summary>Takes the next fact of the run; facts that are known already change nothing.</summary>
    public void Accept(RunEvent fact)
    {
        Accept(fact, _time.GetTimestamp());
        _clock.Leave(_time.GetTimestamp());
    }

    /// <summary>
    /// Takes a fact that has waited in a queue, so that the waiting does not count as stepping.
    /// </summary>
    /// <param name="fact">The next fact.</param>
    /// <param name="handedOn">When the engine handed it on, a timestamp of this directory's clock.</param>
    public void Accept(RunEvent fact, long handedOn)
    {
        if (_status != RunStatus.Running)
            throw new InvalidOperationException($"the run has ended: {_status}");
        _clock.Enter(stepping: fact is SignalsRecorded, handedOn);
        Record(fact);
        if (_status == RunStatus.Running && _time.GetElapsedTime(_flushed) >= _untilFlush)
            Flush();
        _clock.Leave(handedOn);
    }

    /// <summary>Holds the run against a reference, or notes why there is none; also after its end.</summary>
    public void Accept(ReferenceSolution? reference, string reason)
    {
        _streams.HoldAgainst(reference);
        _theory = TheoryNote.Of(reference, reason);
        Flush();
    }

    /// <summary>Takes what was sent so far; a later ledger replaces an earlier one.</summary>
    public void Accept(CommunicationLedger ledger) => LedgerFiles.Write(Path, ledger);

    /// <summary>Notes what the run has survived.</summary>
    public void Survive(SurvivedFailure failure)
    {
        _manifest = _manifest with { FailuresSurvived = _manifest.FailuresSurvived.Add(failure) };
        Flush();
    }

    /// <summary>Notes a member of the cluster that takes part.</summary>
    public void Join(string member)
    {
        if (_manifest.Members.Contains(member))
            return;
        _manifest = _manifest with { Members = _manifest.Members.Add(member) };
        Flush();
    }

    /// <summary>Stops a run that has not ended; it can be resumed.</summary>
    public void Interrupt() => End(RunStatus.Interrupted);

    /// <summary>Ends a run that cannot go on.</summary>
    public void Fail(string reason)
    {
        _reason ??= reason;
        End(RunStatus.Failed);
    }

    /// <summary>Lets go of the directory; a run that has not ended is interrupted.</summary>
    public void Dispose()
    {
        try
        {
            Interrupt();
            // last: until now whoever computed the run may have written some
            if (_status != RunStatus.Interrupted)
                RunPlace.FreeCheckpoints(Path);
        }
        finally
        {
            _streams.Dispose();
            _lock.Dispose();
        }
    }

    private static RunDirectory Begin(FileStream held, Func<RunDirectory> begin)
    {
        try
        {
            return begin();
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private void Record(RunEvent fact)
    {
        switch (fact)
        {
            case RunCompleted completed:
                _streams.Complete(completed);
                End(RunStatus.Completed);
                break;
            case RunFailed failed:
                Fail($"step {failed.Step}: {failed.Reason}");
                break;
            case MemberJoined joined:
                Join(joined.Member);
                break;
            case FailureSurvived survived:
                Survive(new(survived.Step, survived.What));
                break;
            default:
                _streams.Record(fact);
                break;
        }
    }

    private void End(RunStatus status)
    {
        if (_status != RunStatus.Running)
            return;
        _status = status;
        _clock.Stop();
        _manifest = _manifest with { EndedAt = _time.GetUtcNow() };
        Flush();
    }

    /// <summary>The streams first; then what speaks of them.</summary>
    private void Flush()
    {
        var started = _time.GetTimestamp();
        _streams.Commit();
        Write(RunFiles.Manifest, _manifest.Write());
        Write(RunFiles.Result, RunResultJson.Write(Result));
        _flushed = _time.GetTimestamp();
        var dearly = FlushCostFactor * _time.GetElapsedTime(started, _flushed);
        _untilFlush = dearly > FlushInterval ? dearly : FlushInterval;
    }

    private void Write(string name, string text) =>
        AtomicFile.WriteText(System.IO.Path.Combine(Path, name), text);
}
