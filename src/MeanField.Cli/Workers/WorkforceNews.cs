using Serilog;

namespace MeanField.Cli.Workers;

/// <summary>What becomes of workers, for the log of the run.</summary>
internal sealed class WorkforceNews(ILogger logs)
{
    public void Ended(int process, int exitCode) => logs.Warning(
        "Worker process {Process} ended with exit code {ExitCode}; another takes its place", process, exitCode);
}
