using System.Reflection;
using System.Text;

namespace MeanField.Resilience.Tests.Trials;

/// <summary>This program as if it had been built from another commit, beside the libraries of the real one.</summary>
internal sealed class OtherProgram : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public OtherProgram()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Meanfield.Program)!))
            File.CreateSymbolicLink(_folder[Path.GetFileName(entry)], entry);
        File.Delete(Library);
        var content = File.ReadAllBytes(Meanfield.Program);
        var version = Encoding.UTF8.GetBytes(Version());
        var place = content.AsSpan().IndexOf(version) + version.Length - 1;
        content[place] = content[place] == (byte)'0' ? (byte)'1' : (byte)'0';
        File.WriteAllBytes(Library, content);
    }

    public string Library => _folder[Path.GetFileName(Meanfield.Program)];

    public void Dispose() => _folder.Dispose();

    private static string Version() => typeof(Cli.Shell).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
