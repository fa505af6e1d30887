using System.CommandLine;
using MeanField.Cli.Reporting;
using MeanField.Core.Files;
using MeanField.Core.Specification;
using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield theory</c>: the infinite-width limit of an experiment, without any run.</summary>
internal static class TheoryCommand
{
    public static Command Create(Shell shell)
    {
        var sets = CommonSymbols.Sets();
        var output = new Option<string?>("--out")
        {
            Description = $"Write {RunFiles.TheoryCsv} into this directory.",
            HelpName = "DIR",
        };
        var solver = new Option<string?>("--solver")
        {
            Description = $"Solve by this method: {string.Join(", ", References.Names)}.",
            HelpName = "NAME",
        };
        var command = new Command("theory", "Solve the infinite-width limit of an experiment (no SGD).")
        {
            CommonSymbols.Specification, output, solver, sets, CommonSymbols.Json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var spec = SpecificationFile.Read(
                parsed.GetRequiredValue(CommonSymbols.Specification), parsed.GetValue(sets));
            var solved = TheoryOutcome.Solve(spec, parsed.GetValue(solver), cancellation);
            if (parsed.GetValue(output) is { } directory)
                Save(directory, solved);
            shell.Output.Write(parsed.GetValue(CommonSymbols.Json) ? solved.ToJson() + "\n" : solved.ToText());
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Save(string directory, TheoryOutcome solved)
    {
        Directory.CreateDirectory(directory);
        AtomicFile.Write(
            Path.Combine(directory, RunFiles.TheoryCsv), stream => TrajectoryCsv.Write(stream, solved.Table));
    }
}
