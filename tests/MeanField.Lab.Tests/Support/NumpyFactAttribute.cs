using System.Diagnostics;

namespace MeanField.Lab.Tests.Support;

/// <summary>A test that asks numpy itself; skipped, and said to be, where there is none.</summary>
public sealed class NumpyFactAttribute : FactAttribute
{
    public NumpyFactAttribute()
    {
        if (Python is null)
            Skip = "no python3 with numpy on the path";
    }

    private static string? Python { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, "python3"))
        .FirstOrDefault(python => File.Exists(python) && Run(python, "import numpy").ExitCode == 0);

    /// <summary>Runs a script and returns what it prints.</summary>
    public static string Ask(string script)
    {
        var (exitCode, output) = Run(Python!, script);
        Assert.True(exitCode == 0, output);
        return output.Trim();
    }

    private static (int ExitCode, string Output) Run(string python, string script)
    {
        using var process = Process.Start(new ProcessStartInfo(python, ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
