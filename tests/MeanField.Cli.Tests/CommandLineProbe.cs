using MeanField.Cli.Commands;

namespace MeanField.Cli.Tests;

/// <summary>The command line, run inside the test.</summary>
internal static class CommandLineProbe
{
    public static async Task<(int ExitCode, string Output, string Error)> InvokeAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var shell = new Shell(output, error, IsTerminal: false, TimeProvider.System);
        var code = await CommandLine.InvokeAsync(arguments, shell, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
