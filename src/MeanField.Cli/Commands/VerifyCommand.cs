using System.CommandLine;
using MeanField.Cli.Reporting;
using MeanField.Cli.Running;
using MeanField.Core.Specification;
using MeanField.Lab.Studies;

namespace MeanField.Cli.Commands;

/// <summary><c>meanfield verify</c>: the claims of the theory, measured.</summary>
internal static class VerifyCommand
{
    public static Command Create(Shell shell)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Claims to measure; all of them where none is named.",
            DefaultValueFactory = _ => [],
        };
        var (output, thorough, list) = (OutputDirectory(), Thorough(), List());
        var command = new Command(
            "verify", "Measure the claims of the theory: what is stated, what is seen, a verdict.")
        {
            names, output, thorough, list, CommonSymbols.Json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var claims = Choose(parsed.GetValue(names) ?? []);
            var json = parsed.GetValue(CommonSymbols.Json);
            if (parsed.GetValue(list))
                return Task.FromResult(new ClaimList(shell, json).Print(claims));
            var effort = parsed.GetValue(thorough) ? Effort.Thorough : Effort.Quick;
            var directory = Writable(parsed.GetValue(output))
                ?? NewDirectory.For("verify", shell.Clock.GetLocalNow());
            var scope = new StudyScope(effort, Environment.ProcessorCount, cancellation);
            var verification = new VerifyRun(shell, scope, directory).Measure(claims);
            return Task.FromResult(new VerifyReport(shell, directory).Print(verification, json));
        });
        return command;
    }

    /// <summary>Makes the directory: what cannot be written is to be known before measuring.</summary>
    private static string? Writable(string? directory)
    {
        if (directory is null)
            return null;
        try
        {
            Directory.CreateDirectory(directory);
            return directory;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refusal.BadUsage("--out", failure.Message);
        }
    }

    /// <exception cref="Refusal">A name is no claim's.</exception>
    private static IReadOnlyList<Claim> Choose(string[] names)
    {
        var unknown = names.Where(name => Claims.Find(name) is null).ToArray();
        if (unknown.Length > 0)
            throw new Refusal(ExitCode.BadUsage, [.. unknown.Select(name => new Fault(name, Known))]);
        return names.Length == 0 ? Claims.All : [.. Claims.All.Where(claim => names.Contains(claim.Name))];
    }

    private static string Known =>
        $"no claim is called so; there are {string.Join(", ", Claims.All.Select(claim => claim.Name))}";

    private static Option<string?> OutputDirectory() => new("--out")
    {
        Description = "Where numbers, figures and the page go; by default a new directory in runs/.",
        HelpName = "DIR",
    };

    private static Option<bool> Thorough() => new("--thorough")
    {
        Description = "Take about a quarter of an hour on two cores, in place of three minutes.",
    };

    private static Option<bool> List() => new("--list")
    {
        Description = "Print names and statements, and measure nothing.",
    };
}
