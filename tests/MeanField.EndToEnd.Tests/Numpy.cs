using System.Diagnostics;

namespace MeanField.EndToEnd.Tests;

/// <summary>A Python that has numpy, where there is one.</summary>
internal static class Numpy
{
    public static string? Python { get; } =
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => TryRun(python, "import numpy") == 0);

    /// <summary>Runs a script that asserts; its arguments are in <c>sys.argv[1:]</c>.</summary>
    public static void Check(string script, params string[] arguments) => Assert.Equal(0, TryRun(Python!, script, arguments));

    private static int? TryRun(string python, string script, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", script, .. arguments]))!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>A fact that needs numpy, and is skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NumpyFactAttribute : FactAttribute
{
    public NumpyFactAttribute()
    {
        if (Numpy.Python is null)
            Skip = "no Python with numpy here";
    }
}
