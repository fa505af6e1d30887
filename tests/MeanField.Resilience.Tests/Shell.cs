using System.ComponentModel;
using System.Diagnostics;

namespace MeanField.Resilience.Tests;

/// <summary>Commands of the system that end by themselves.</summary>
internal static class Shell
{
    public static void Run(params IEnumerable<string> line)
    {
        string[] words = [.. line];
        var (exitCode, said) = Start(words);
        if (exitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {exitCode}\n{said}");
    }

    public static bool TryRun(params IEnumerable<string> line)
    {
        try
        {
            return Start([.. line]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Said) Start(string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }
}
