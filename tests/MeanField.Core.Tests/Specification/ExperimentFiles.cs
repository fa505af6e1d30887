namespace MeanField.Core.Tests.Specification;

/// <summary>The experiments in the repository.</summary>
public static class ExperimentFiles
{
    /// <summary>The folder config/.</summary>
    public static string Configuration { get; } = Path.Combine(Root(), "config");

    public static IEnumerable<string> Paths =>
        Directory.GetFiles(PathOf(""), "*.json").Order(StringComparer.Ordinal);

    /// <summary>File names, as the data of a theory.</summary>
    public static IEnumerable<object[]> Names =>
        Paths.Select(path => new object[] { Path.GetFileName(path) });

    public static string PathOf(string name) => Path.Combine(Configuration, "experiments", name);

    private static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "MeanField.Cluster.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException();
        return directory;
    }
}
