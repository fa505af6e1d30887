using System.Runtime.InteropServices;
using MeanField.Actors;
using MeanField.Actors.Membership;
using MeanField.Cli.Nodes;
using MeanField.Cli.Running;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace MeanField.Cli.Workers;

/// <summary>The other end of a <see cref="WorkerProcess"/>.</summary>
internal sealed class WorkerSession(Endpoint join, int threads, string checkpoints)
{
    public async Task<int> RunAsync()
    {
        // Ctrl-C at a terminal reaches every process of the group: what becomes of this one is its parent's to say
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var leave = WatchParent();
        await using var logs = new LoggerConfiguration()
            .MinimumLevel.Information()
            .Filter.ByExcluding(LinkNoise.Is)
            .WriteTo.Console(outputTemplate: WorkerLogLine.Template, standardErrorFromLevel: LevelAlias.Minimum)
            .CreateLogger();
        using var loggers = new SerilogLoggerFactory(logs);
        var options = new ActorEngineOptions
        {
            Join = [join],
            Roles = NodeRoles.Shards,
            ComputeThreads = threads,
            Identity = Identities.OfThisProgram,
            Logging = loggers,
            Checkpoints = SavedParticles.At(checkpoints),
        };
        await using var engine = await Members.StartAsync(options, CancellationToken.None);
        var ended = engine.WaitForEndAsync();
        return await Task.WhenAny(leave, ended) == leave || await ended == MembershipEnd.Left
            ? ExitCode.Done
            : throw new Refusal(ExitCode.Downed, "worker", "the run went on without this process");
    }

    /// <summary>Ends when the parent says so; when the parent has gone, ends the process, whatever it is doing.</summary>
    private static Task WatchParent()
    {
        var leave = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            for (var sign = input.ReadByte(); sign >= 0; sign = input.ReadByte())
                if (sign == WorkerProcess.LeaveSign)
                    leave.TrySetResult();
            Environment.Exit(ExitCode.Done);
        })
        {
            IsBackground = true,
            Name = "parent watch",
        };
        watch.Start();
        return leave.Task;
    }
}
