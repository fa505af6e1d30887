namespace MeanField.EndToEnd.Tests;

/// <summary>The clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Experiment(string name) => Path.Combine(Root, "config", "experiments", name);

    public static IEnumerable<string> Experiments() =>
        Directory.EnumerateFiles(Path.Combine(Root, "config", "experiments"), "*.json").Select(path => Path.GetFileName(path)).Order();

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "MeanField.Cluster.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("not inside a clone of the repository");
    }
}
