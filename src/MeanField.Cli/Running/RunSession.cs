using System.Threading.Channels;
using MeanField.Cli.Progress;
using MeanField.Core.Dynamics;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Running;

/// <summary>
/// An engine, a directory and a display, each at its own pace. The directory takes facts from a bounded queue on a
/// task of its own and misses none; the display reads a number now and then.
/// </summary>
internal sealed class RunSession(
    Experiment experiment,
    IEngine engine,
    RunDirectory directory,
    IProgressDisplay display,
    TimeProvider clock)
{
    /// <summary>Facts that may wait for the disk: a few megabytes at most.</summary>
    private const int QueuedFacts = 64;

    private readonly StepMeter _meter = new(experiment.Model.Steps, clock);

    private readonly Channel<(RunEvent Fact, long HandedOn)> _facts =
        Channel.CreateBounded<(RunEvent Fact, long HandedOn)>(
            new BoundedChannelOptions(QueuedFacts) { SingleReader = true, SingleWriter = true });

    private volatile bool _recordingFailed;

    /// <summary>Runs until the run ends, however it ends; the directory's status says how.</summary>
    public async Task RunAsync(KnownRun known, CancellationToken cancellation)
    {
        _meter.Reach(directory.Steps);
        using var over = new CancellationTokenSource();
        var showing = display.ShowAsync(experiment.Spec.Name, _meter, over.Token);
        try
        {
            await ComputeAndRecordAsync(known, cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await showing;
        }
    }

    private async Task ComputeAndRecordAsync(KnownRun known, CancellationToken cancellation)
    {
        var recording = Task.Run(RecordAsync, CancellationToken.None);
        try
        {
            await engine.RunAsync(HandOnAsync, known, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // interrupted: what has been handed on is being recorded
        }
        catch (Exception) when (_recordingFailed)
        {
            // the directory could not be written: awaiting the recording says why
        }
        finally
        {
            _facts.Writer.TryComplete();
            await recording;
        }
    }

    private ValueTask HandOnAsync(RunEvent fact)
    {
        if (fact is SignalsRecorded signals)
            _meter.Reach(signals.FirstStep + signals.Values.Length / experiment.Model.SignalLength);
        return _facts.Writer.WriteAsync((fact, clock.GetTimestamp()), CancellationToken.None);
    }

    private async Task RecordAsync()
    {
        try
        {
            await foreach (var (fact, handedOn) in _facts.Reader.ReadAllAsync())
                directory.Accept(fact, handedOn);
        }
        catch
        {
            _recordingFailed = true;
            _facts.Writer.TryComplete();
            throw;
        }
    }
}
