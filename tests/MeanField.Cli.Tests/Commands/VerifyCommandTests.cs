using System.Text.Json.Nodes;

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
    public async Task The_list_of_claims_measures_nothing()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("verify", "--list");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("  linear-lms: Linear neurons keep", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }
}
