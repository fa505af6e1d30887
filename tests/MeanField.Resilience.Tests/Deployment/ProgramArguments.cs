using MeanField.Cli.Commands;

namespace MeanField.Resilience.Tests.Deployment;

/// <summary>Command lines that are written down somewhere, held against the program.</summary>
internal static class ProgramArguments
{
    public static void AssertUnderstood(IEnumerable<string> arguments)
    {
        var shell = new Cli.Shell(TextWriter.Null, TextWriter.Null, IsTerminal: false, TimeProvider.System);
        var parsed = CommandLine.Parse(CommandLine.Create(shell), [.. arguments]);
        Assert.Empty(parsed.Errors.Select(error => error.Message));
    }
}
