using System.Text.Json.Nodes;
using MeanField.Lab.Studies;

namespace MeanField.Cli.Tests.Commands;

public class VerifyCommandTests
{
    [Fact]
    public async Task An_unknown_claim_is_refused_with_the_list_of_those_that_there_are()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("verify", "perpetual-motion");
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Empty(output);
        Assert.Contains("perpetual-motion", error, StringComparison.Ordinal);
        Assert.Contains("risk-expansion", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_measured_by_its_name_and_its_numbers_come_as_one_JSON_object()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var (code, output, error) = await CommandLineProbe.InvokeAsync(
                "verify", "risk-expansion", "--json", "--out", directory.FullName);
            var claim = Assert.Single(JsonNode.Parse(output)!["claims"]!.AsArray())!;
            Assert.Equal(ExitCode.Done, code);
            Assert.Equal("risk-expansion", claim["name"]!.GetValue<string>());
            Assert.Contains("1 of 1: risk-expansion explained", error, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(directory.FullName, "verify.html")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_refused_before_anything_is_measured()
    {
        var file = Path.GetTempFileName();
        try
        {
            var below = Path.Combine(file, "in");
            var (code, _, error) = await CommandLineProbe.InvokeAsync("verify", "--out", below);
            Assert.Equal(ExitCode.BadUsage, code);
            Assert.StartsWith("--out: ", error, StringComparison.Ordinal);
            Assert.Single(error.Trim().Split('\n'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_list_of_claims_measures_nothing()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("verify", "--list");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("  linear-lms: Linear neurons keep", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Every_claim_has_its_results_and_its_command_in_the_documents()
    {
        var page = Repository.Read("docs/THEORY.md");
        Assert.All(Claims.All, claim =>
        {
            Assert.Contains($"| [{claim.Name}](#{claim.Name}) |", page, StringComparison.Ordinal);
            Assert.Contains($"meanfield verify {claim.Name} --thorough\n", page, StringComparison.Ordinal);
        });
    }
}
