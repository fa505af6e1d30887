using MeanField.Cli.Clients;
using MeanField.Cli.Progress;
using MeanField.Cli.Reporting;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using MeanField.Lab.Reports;
using MeanField.Lab.Runs;
using Serilog.Core;

namespace MeanField.Cli.Running;

/// <summary>Puts a run together: specification, engine, directory, progress, logs, theory, report.</summary>
internal sealed class RunLaunch(Shell shell, bool json, bool verbose)
{
    public async Task<int> StartAsync(
        ExperimentSpec spec, EngineChoice choice, string? output, CancellationToken cancellation)
    {
        var experiment = Experiment.Create(spec);
        var path = output ?? NewDirectory.For(spec.Name, shell.Clock.GetLocalNow());
        var description = Describe(choice.Name, Spread.Of(choice, experiment.Model).Shards, choice.Nodes);
        using var directory = RunDirectory.Create(
            path, spec, RunShape.Of(experiment.Model), description, shell.Clock);
        return await RunAsync(experiment, choice, directory, KnownRun.Nothing, cancellation);
    }

    /// <summary>Follows a run that is computed elsewhere, from its beginning.</summary>
    /// <param name="spec">What is run.</param>
    /// <param name="engine">Tells what happens.</param>
    /// <param name="place">Where it is computed.</param>
    /// <param name="output">The directory; null: a new one.</param>
    /// <param name="comeBack">What to type to follow it again, from the directory's path.</param>
    /// <param name="cancellation">Ends the following, and not the run.</param>
    public async Task<int> FollowAsync(
        ExperimentSpec spec,
        IEngine engine,
        ClusterPlace place,
        string? output,
        Func<string, string> comeBack,
        CancellationToken cancellation)
    {
        var experiment = Experiment.Create(spec);
        var path = output ?? NewDirectory.For(spec.Name, shell.Clock.GetLocalNow());
        var description = Describe(nameof(EngineKind.Actors).ToLowerInvariant(), place.Shards, place.Nodes);
        using var directory = RunDirectory.Create(
            path, spec, RunShape.Of(experiment.Model), description, shell.Clock);
        await using var logs = Logs.Create(path, verbose);
        await ComputeAsync(experiment, engine, directory, KnownRun.Nothing, logs, cancellation);
        if (directory.Status == RunStatus.Interrupted && cancellation.IsCancellationRequested)
        {
            throw new Refusal(
                ExitCode.Interrupted, place.Run.Value, $"goes on without this process; '{comeBack(path)}' follows it again");
        }
        return Conclude(directory, spec, cancellation);
    }

    public async Task<int> ResumeAsync(string path, CancellationToken cancellation)
    {
        var record = RunDirectory.Open(path);
        var experiment = Experiment.Create(record.Spec);
        var kind = EngineChoice.Parse(record.Manifest.Engine);
        var choice = new EngineChoice(kind, kind == EngineKind.Actors ? record.Manifest.Shards : null, record.Manifest.Nodes);
        using var directory = RunDirectory.Resume(path, shell.Clock);
        return await RunAsync(experiment, choice, directory, KnownRun.Of(record), cancellation);
    }

    private async Task<int> RunAsync(
        Experiment experiment,
        EngineChoice choice,
        RunDirectory directory,
        KnownRun known,
        CancellationToken cancellation)
    {
        await using var logs = Logs.Create(directory.Path, verbose);
        var spread = Spread.Of(choice, experiment.Model);
        if (spread.Remark(experiment.Model) is { } remark)
            shell.Error.WriteLine($"{experiment.Spec.Name}: {remark}");
        var engine = Engines.Create(choice, experiment, spread, directory, logs, shell.Clock);
        await ComputeAsync(experiment, engine, directory, known, logs, cancellation);
        return Conclude(directory, experiment.Spec, cancellation);
    }

    /// <summary>Feeds the directory until the run ends, or the following of it.</summary>
    private async Task ComputeAsync(
        Experiment experiment,
        IEngine engine,
        RunDirectory directory,
        KnownRun known,
        Logger logs,
        CancellationToken cancellation)
    {
        var name = experiment.Spec.Name;
        IProgressDisplay display = shell.IsTerminal
            ? new BarProgress(shell.Error)
            : new PlainProgress(shell.Error, shell.Clock);
        logs.Information("Run {Name} of {Particles} particles for {Steps} steps goes to {Directory}",
            name, experiment.Model.Particles, experiment.Model.Steps, directory.Path);
        var session = new RunSession(experiment, engine, directory, display, shell.Clock);
        await session.RunAsync(known, cancellation);
        if (directory.Status == RunStatus.Running)
            directory.Interrupt();
        directory.Accept(engine.Ledger);
        logs.Information("Run {Name} {Status} after {Steps} steps", name, directory.Status, directory.Steps);
    }

    private static RunDescription Describe(string engine, int shards, int nodes) => new()
    {
        Engine = engine,
        Shards = shards,
        Nodes = nodes,
        ProgramVersion = ProgramVersion.Current.Number,
        GitCommit = ProgramVersion.Current.Commit,
    };

    private int Conclude(RunDirectory directory, ExperimentSpec spec, CancellationToken cancellation)
    {
        switch (directory.Status)
        {
            case RunStatus.Completed:
                Overlay.Add(directory, spec, shell.Error, cancellation);
                ReportWriter.Draw(directory.Path);
                Tell(RunOutcome.Read(directory.Path));
                return ExitCode.Done;
            case RunStatus.Failed:
                throw Refusal.Failed(directory.Path, directory.Result.Reason ?? "the run failed");
            default:
                throw new Refusal(
                    ExitCode.Interrupted,
                    directory.Path,
                    $"interrupted at step {directory.Steps:#,0}; 'meanfield resume {directory.Path}' goes on");
        }
    }

    private void Tell(RunOutcome outcome)
    {
        if (json)
            shell.Output.WriteLine(RunJson.Write(outcome));
        else
            RunSummary.Write(shell.Output, outcome);
    }
}
