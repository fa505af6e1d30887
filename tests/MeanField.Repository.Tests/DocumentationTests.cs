using System.Text.RegularExpressions;

namespace MeanField.Repository.Tests;

public partial class DocumentationTests
{
    public static TheoryData<string> Documents() => new(Repository.Files("*.md"));

    [Fact]
    public void Every_experiment_has_a_line_in_the_list_of_experiments()
    {
        var list = Repository.Read("config/README.md");
        var experiments = Repository.Files("*.json", "config", "experiments").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        Assert.NotEmpty(experiments);
        foreach (var experiment in experiments)
            Assert.Contains($"`{experiment}`", list, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_link_to_a_file_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(Repository.Combine(document))!;
        foreach (Match link in LocalLink().Matches(Repository.Read(document)))
        {
            var target = Path.Combine(folder, link.Groups["path"].Value);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{document} → {link.Groups["path"].Value}");
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/ARCHITECTURE.md")]
    [InlineData("docs/MATHEMATICS.md")]
    public void An_identifier_named_in_the_documentation_exists_in_the_sources(string document)
    {
        var sources = string.Join('\n', Repository.Files("*.cs").Select(Repository.Read));
        var identifiers = Identifier().Matches(Repository.Read(document)).Select(match => match.Groups["name"].Value);
        Assert.DoesNotContain(identifiers.Distinct(), name => !Regex.IsMatch(sources, $@"\b{name}\b"));
    }

    [GeneratedRegex(@"\]\((?<path>(?!https?:|#|mailto:)[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex LocalLink();

    /// <summary>A PascalCase word of two humps or more, alone in a code span: the documents write types and members so.</summary>
    [GeneratedRegex(@"`(?<name>[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+)`")]
    private static partial Regex Identifier();
}
