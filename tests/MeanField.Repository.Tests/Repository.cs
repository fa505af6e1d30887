namespace MeanField.Repository.Tests;

/// <summary>The working tree that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Ignored = [".git", "bin", "obj", "TestResults", "runs", "artifacts", ".vs", ".idea"];

    private static readonly string[] TextExtensions =
    [
        ".cs", ".csproj", ".props", ".sln", ".json", ".md", ".sh", ".txt", ".yml", ".yaml", ".editorconfig", "",
    ];

    public static string Root { get; } = FindRoot();

    public static string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Paths below <paramref name="folder"/>, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folder) =>
        Walk(new DirectoryInfo(Combine(folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> TextFiles() =>
        Files("*").Where(path => TextExtensions.Contains(Path.GetExtension(path)));

    public static string Read(string path) => File.ReadAllText(Combine(path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo directory, string pattern) =>
        directory.EnumerateFiles(pattern).Concat(directory.EnumerateDirectories()
            .Where(child => !Ignored.Contains(child.Name))
            .SelectMany(child => Walk(child, pattern)));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "MeanField.Cluster.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException("not inside a clone of the repository");
    }
}
