namespace MeanField.EndToEnd.Tests;

/// <summary>A cluster of processes, and clients that are no members.</summary>
public sealed class ClusterTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _folder = new();
    private readonly string _first = Loopback.FreePlace();
    private readonly string _second = Loopback.FreePlace();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_submitted_run_ends_in_the_serial_hash_and_can_be_fetched_again()
    {
        string[] quick = [.. ReducedExperiment.Arguments(Repository.Experiment("quick-look.json"))];
        var serial = await Meanfield.SucceedAsync(["run", .. quick, "--engine", "serial", "--out", _folder["serial"], "--json"]);
        using var first = await StartNodeAsync(_first);
        using var second = await StartNodeAsync(_second, "--join", _first);

        var submitted = await Meanfield.SucceedAsync(
            ["submit", .. quick, "--to", _first, "--shards", "3", "--out", _folder["run"], "--json"]);
        Assert.Equal(serial.FinalStateHash, submitted.FinalStateHash);
        new RunFolder(_folder["run"]).AssertComplete();

        var name = await NameOfTheCompletedRunAsync();
        var status = (await Meanfield.SucceedAsync("status", name, "--to", _first, "--json")).Json;
        Assert.Contains(status["coordinator"]!.GetValue<string>(), (string[])[_first, _second]);
        var fetched = await Meanfield.SucceedAsync("fetch", name, "--to", _first, "--out", _folder["again"], "--json");
        Assert.Equal(serial.FinalStateHash, fetched.FinalStateHash);

        second.Terminate();
        Assert.Equal(0, (await second.EndAsync()).ExitCode);
        first.Terminate();
        Assert.Equal(0, (await first.EndAsync()).ExitCode);
        // in a healthy cluster nothing has been waited for in vain
        Assert.All(Directory.EnumerateFiles(_folder["data"], "node-*.jsonl"), log =>
            Assert.DoesNotContain("failed to find", File.ReadAllText(log), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_nobody_knows_is_said_in_a_line()
    {
        using var node = await StartNodeAsync(_first);
        foreach (var command in (string[])["status", "cancel", "fetch"])
        {
            var ending = await Meanfield.RunAsync(command, "nobody", "--to", _first);
            Assert.Equal((2, "RUN: no run is called nobody"), (ending.ExitCode, ending.Error.Trim()));
        }
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_said_in_a_line()
    {
        var ending = await Meanfield.RunAsync("status", "--to", _first);
        Assert.Equal(2, ending.ExitCode);
        Assert.StartsWith($"--to: no member answers at {_first}", ending.Error, StringComparison.Ordinal);
    }

    /// <summary>The list may hear of the end a little after whoever follows the run.</summary>
    private async Task<string> NameOfTheCompletedRunAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var listed = await Meanfield.SucceedAsync("status", "--to", _first, "--json");
            var run = Assert.Single(listed.Json["runs"]!.AsArray())!;
            if (run["state"]!.GetValue<string>() == "completed")
                return run["run"]!.GetValue<string>();
            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<Meanfield> StartNodeAsync(string listen, params string[] more)
    {
        var node = Meanfield.Start(["node", "--listen", listen, "--data", _folder["data"], .. more]);
        await node.Error.LineAsync(line => line.Contains($"Member {listen}", StringComparison.Ordinal), Patience);
        return node;
    }
}
