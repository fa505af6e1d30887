using System.Diagnostics;
using MeanField.Actors;
using Serilog;
using Serilog.Events;

namespace MeanField.Cli.Workers;

/// <summary>
/// A process that holds shards for the one that started it. The pipe to its standard input ties it to this process:
/// when that closes, however this process ends, the worker ends.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>What tells a worker to hand over its shards and leave.</summary>
    public const char LeaveSign = 'q';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static WorkerProcess Start(Endpoint join, int threads, string checkpoints, ILogger logs)
    {
        var start = OwnProgram.Start(
            "worker", "--join", join.ToString(), "--threads", $"{threads}", "--checkpoints", checkpoints);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        var named = logs.ForContext("Worker", process.Id);
        process.OutputDataReceived += (_, line) => Pass(line.Data, named);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, named);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Lets it hand over and leave; after a while ends it as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _process.StandardInput.WriteAsync(LeaveSign);
            await _process.StandardInput.FlushAsync();
            using var patience = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception late) when (late is IOException or OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static void Pass(string? line, ILogger logs)
    {
        if (line is not null && WorkerLogLine.Read(line) is var (level, message))
            logs.Write(level, "{Line:l}", message);
    }
}

/// <summary>A worker's log on its way to the process that keeps it: the level's three letters, and what happened.</summary>
internal static class WorkerLogLine
{
    public const string Template = "{Level:u3} {Message:lj}{NewLine}{Exception}";

    public static (LogEventLevel Level, string Message) Read(string line) => line switch
    {
        ['W', 'R', 'N', ' ', .. var rest] => (LogEventLevel.Warning, rest),
        ['E', 'R', 'R', ' ', .. var rest] => (LogEventLevel.Error, rest),
        ['F', 'T', 'L', ' ', .. var rest] => (LogEventLevel.Error, rest),
        ['I', 'N', 'F', ' ', .. var rest] => (LogEventLevel.Information, rest),
        _ => (LogEventLevel.Information, line),
    };
}
