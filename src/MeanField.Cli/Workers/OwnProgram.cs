using System.Diagnostics;

namespace MeanField.Cli.Workers;

/// <summary>How to start this program once more, however it was started.</summary>
internal static class OwnProgram
{
    public static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        var library = typeof(OwnProgram).Assembly.Location;
        var host = Environment.ProcessPath;
        return Path.GetFileNameWithoutExtension(host) == Path.GetFileNameWithoutExtension(library)
            ? new ProcessStartInfo(host!, arguments)
            : new ProcessStartInfo("dotnet", ["exec", library, .. arguments]);
    }
}
