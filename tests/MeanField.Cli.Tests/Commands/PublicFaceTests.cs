using System.CommandLine;
using System.Text.RegularExpressions;
using MeanField.Cli.Commands;

namespace MeanField.Cli.Tests.Commands;

/// <summary>The names that other people's scripts depend on.</summary>
public partial class PublicFaceTests
{
    private static readonly RootCommand Root =
        CommandLine.Create(new Shell(TextWriter.Null, TextWriter.Null, IsTerminal: false, TimeProvider.System));

    public static TheoryData<string> DocumentedCommands() =>
        new(Documents().SelectMany(text => Documented().Matches(text)).Select(match => match.Groups["arguments"].Value.Trim())
            .Distinct());

    [Theory]
    [InlineData("run", "--out --set --engine --shards --nodes --json")]
    [InlineData("resume", "")]
    [InlineData("theory", "--out --json")]
    [InlineData("compare", "--json")]
    [InlineData("report", "")]
    [InlineData("node", "--listen --public --join --role --journal --data --certificate --key --authority --insecure")]
    [InlineData("submit", "--to --out --wait --set --shards --json --certificate --key --authority")]
    [InlineData("fetch", "--to --out --json")]
    [InlineData("status", "--to --json")]
    [InlineData("cancel", "--to --json")]
    [InlineData("certificates", "--host --days")]
    [InlineData("verify", "--out --thorough --json")]
    public void A_promised_command_has_its_promised_options(string name, string options)
    {
        var command = Assert.Single(Root.Subcommands, command => command.Name == name);
        var promised = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Empty(promised.Except(command.Options.Select(option => option.Name)));
    }

    [Theory]
    [MemberData(nameof(DocumentedCommands))]
    public void A_documented_command_is_understood(string arguments) =>
        Assert.Empty(CommandLine.Parse(Root, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Errors);

    [Theory]
    [MemberData(nameof(DocumentedCommands))]
    public void A_documented_experiment_exists(string arguments)
    {
        foreach (Match file in ExperimentFile().Matches(arguments))
            Assert.True(File.Exists(Path.Combine(Repository.Root, file.Value)), file.Value);
    }

    private static IEnumerable<string> Documents() =>
        new[]
        {
            "README.md", "CONTRIBUTING.md", "docs/ARCHITECTURE.md", "docs/MATHEMATICS.md", "docs/THEORY.md",
            "docs/CLUSTER.md", "docs/SECURITY.md", "config/README.md",
        }.Select(Repository.Read);

    /// <summary>A line of a code block that starts the program.</summary>
    [GeneratedRegex(@"^(dotnet run -c Release --project src/MeanField\.Cli --|meanfield)(?<arguments> [^#\n]+)", RegexOptions.Multiline)]
    private static partial Regex Documented();

    [GeneratedRegex(@"config/experiments/\S+\.json")]
    private static partial Regex ExperimentFile();
}
