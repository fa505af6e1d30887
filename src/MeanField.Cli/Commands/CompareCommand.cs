using System.CommandLine;
using MeanField.Cli.Reporting;
using MeanField.Lab.Runs;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield compare</c>: whether two runs are equal, and how far apart they are otherwise.</summary>
internal static class CompareCommand
{
    public static Command Create(Shell shell)
    {
        var first = new Argument<string>("A") { Description = "The directory of a run." };
        var second = new Argument<string>("B") { Description = "The directory of another run." };
        var command = new Command("compare", "Compare two runs: equal bit for bit, or how far apart.")
        {
            first, second, CommonSymbols.Json,
        };
        command.SetAction(parsed =>
        {
            var (a, b) = (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second));
            var report = new ComparisonReport(RunDirectory.Open(a), RunDirectory.Open(b));
            shell.Output.Write(parsed.GetValue(CommonSymbols.Json) ? report.ToJson() + "\n" : report.ToText());
            return ExitCode.Done;
        });
        return command;
    }
}
