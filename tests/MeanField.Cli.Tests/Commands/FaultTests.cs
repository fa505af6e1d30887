using System.Text.Json.Nodes;

namespace MeanField.Cli.Tests.Commands;

public class FaultTests
{
    [Fact]
    public async Task A_fault_is_a_line_on_standard_error_and_nothing_on_standard_output()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("run", "nowhere.json");
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_program_that_asked_for_JSON_gets_one_object_with_every_fault()
    {
        var (code, output, _) = await CommandLineProbe.InvokeAsync("run", "nowhere.json", "--json");
        var answer = JsonNode.Parse(output)!;
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Equal("refused", answer["status"]!.GetValue<string>());
        Assert.Single(answer["faults"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_command_is_bad_usage()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("walk");
        Assert.Equal(ExitCode.BadUsage, code);
        Assert.Empty(output);
        Assert.Contains("walk", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_no_fault()
    {
        var (code, output, error) = await CommandLineProbe.InvokeAsync("run", "--help");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("--shards", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }
}
