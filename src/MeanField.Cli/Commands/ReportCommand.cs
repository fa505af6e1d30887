using System.CommandLine;
using MeanField.Lab.Reports;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield report</c>: draws a run again from its files.</summary>
internal static class ReportCommand
{
    public static Command Create(Shell shell)
    {
        var directory = new Argument<string>("DIR") { Description = "The directory of the run." };
        var command = new Command("report", "Draw the figures and the report of a run again, from its files alone.")
        {
            directory,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(directory);
            RunDirectory.Open(path);
            ReportWriter.Draw(path);
            shell.Output.WriteLine(Path.Combine(path, RunFiles.Report));
            return ExitCode.Done;
        });
        return command;
    }
}
