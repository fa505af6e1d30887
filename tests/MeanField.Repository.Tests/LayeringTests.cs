using System.Xml.Linq;

namespace MeanField.Repository.Tests;

/// <summary>Who may reference whom: Core ← Protocol ← Actors ← Cli, and Core ← Theory ← Lab ← Cli.</summary>
public class LayeringTests
{
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["MeanField.Core"] = [],
        ["MeanField.Protocol"] = ["MeanField.Core"],
        ["MeanField.Actors"] = ["MeanField.Core", "MeanField.Protocol"],
        ["MeanField.Theory"] = ["MeanField.Core"],
        ["MeanField.Lab"] = ["MeanField.Core", "MeanField.Theory"],
        ["MeanField.Cli"] =
        [
            "MeanField.Core", "MeanField.Protocol", "MeanField.Actors", "MeanField.Theory", "MeanField.Lab",
        ],
    };

    public static TheoryData<string> Projects() =>
        new(Repository.Files("*.csproj", "src").Select(path => Path.GetFileNameWithoutExtension(path)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_sees_only_what_its_layer_may_see(string project)
    {
        Assert.True(MaySee.TryGetValue(project, out var allowed), $"{project} has no place in the layering");
        Assert.Empty(Closure(project).Except(allowed!));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_no_layer_that_it_may_not_see(string project)
    {
        string[] forbidden = [.. MaySee.Keys.Except(MaySee[project]).Where(other => other != project)];
        foreach (var file in Repository.Files("*.cs", "src", project))
            foreach (var other in forbidden)
                Assert.False(Repository.Read(file).Contains($"using {other}", StringComparison.Ordinal), $"{file} uses {other}");
    }

    [Fact]
    public void Core_needs_no_package_but_the_one_that_reads_tables() =>
        Assert.Equal(["CsvHelper"], References("MeanField.Core", "PackageReference"));

    [Theory]
    [InlineData("MeanField.Core")]
    [InlineData("MeanField.Theory")]
    [InlineData("MeanField.Lab")]
    public void Mathematics_and_files_know_no_actors(string project)
    {
        Assert.DoesNotContain(References(project, "PackageReference"), package => package.StartsWith("Akka", StringComparison.Ordinal));
        foreach (var file in Repository.Files("*.cs", "src", project))
            Assert.False(Repository.Read(file).Contains("using Akka", StringComparison.Ordinal), file);
    }

    [Fact]
    public void No_project_or_namespace_is_called_like_the_class_of_Akka_that_it_would_hide()
    {
        Assert.DoesNotContain(Repository.Files("*.csproj"), path => path.EndsWith("MeanField.Cluster.csproj", StringComparison.Ordinal));
        foreach (var file in Repository.Files("*.cs", "src"))
            Assert.False(Repository.Read(file).Contains("namespace MeanField." + "Cluster", StringComparison.Ordinal), file);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("MeanField.Cluster.sln").Replace('\\', '/');
        foreach (var project in Repository.Files("*.csproj"))
            Assert.Contains(project, solution, StringComparison.Ordinal);
    }

    private static HashSet<string> Closure(string project)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([project]);
        while (next.TryDequeue(out var current))
            foreach (var reference in References(current, "ProjectReference").Select(Name).Where(seen.Add))
                next.Enqueue(reference);
        return seen;
    }

    private static string Name(string reference) => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'));

    private static string[] References(string project, string kind) =>
    [
        .. XDocument.Load(Repository.Combine("src", project, $"{project}.csproj"))
            .Descendants(kind).Select(element => element.Attribute("Include")!.Value),
    ];
}
