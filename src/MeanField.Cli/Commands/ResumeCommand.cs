using System.CommandLine;
using MeanField.Cli.Running;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield resume</c>: on with a run that was interrupted or killed.</summary>
internal static class ResumeCommand
{
    public static Command Create(Shell shell)
    {
        var directory = new Argument<string>("DIR") { Description = "The directory of the run." };
        var command = new Command("resume", "Go on with an interrupted run, from its journal.")
        {
            directory, CommonSymbols.Json, CommonSymbols.Verbose,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var launch = new RunLaunch(shell, parsed.GetValue(CommonSymbols.Json), parsed.GetValue(CommonSymbols.Verbose));
            return launch.ResumeAsync(parsed.GetRequiredValue(directory), cancellation);
        });
        return command;
    }
}
