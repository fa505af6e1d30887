using System.Diagnostics;

namespace MeanField.EndToEnd.Tests;

/// <summary>A run over several processes that it starts by itself.</summary>
public class ProcessesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Lazy<Task<string>> SerialHash = new(RunSerialAsync);

    [Fact]
    public async Task Three_processes_give_the_serial_hash_and_are_named_in_the_manifest()
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.SucceedAsync(Arguments(folder["run"], "--nodes", "3"));
        Assert.Equal(await SerialHash.Value, ending.FinalStateHash);
        var manifest = new RunFolder(folder["run"]).Manifest;
        Assert.Equal(3, manifest["nodes"]!.GetValue<int>());
        Assert.Equal(3, manifest["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_worker_that_is_killed_is_replaced_and_changes_nothing()
    {
        using var folder = new TemporaryDirectory();
        using var program = Meanfield.Start(Arguments(folder["run"], "--nodes", "2"));
        await UntilStepsAreRecordedAsync(program, folder["run"]);
        Process.GetProcessById(program.Children().First()).Kill();
        var ending = await program.EndAsync();
        Assert.Equal(0, ending.ExitCode);
        Assert.Equal(await SerialHash.Value, ending.FinalStateHash);
        Assert.NotEmpty(ending.Json["failures"]!.AsArray());
    }

    [Fact]
    public async Task Workers_end_with_their_parent_and_the_run_is_resumed_with_as_many_processes()
    {
        using var folder = new TemporaryDirectory();
        using var program = Meanfield.Start(Arguments(folder["run"], "--nodes", "2"));
        await UntilStepsAreRecordedAsync(program, folder["run"]);
        var workers = program.Children().ToList();
        Assert.Single(workers);
        program.Kill();
        using var patience = new CancellationTokenSource(Patience);
        while (workers.Any(worker => Directory.Exists($"/proc/{worker}")))
            await Task.Delay(50, patience.Token);

        var resumed = await Meanfield.SucceedAsync("resume", folder["run"], "--json");
        Assert.Equal(await SerialHash.Value, resumed.FinalStateHash);
        Assert.Equal(2, resumed.Json["nodes"]!.GetValue<int>());
    }

    /// <summary>Some seconds of work.</summary>
    private static string[] Arguments(string output, params string[] more) =>
    [
        "run", Repository.Experiment("quick-look.json"), "--set", "network.particles=20000",
        "--set", "training.horizon=0.1", "--set", "observe.times=[0,0.1]", "--set", "observe.testSamples=500",
        "--out", output, "--json", .. more,
    ];

    private static async Task<string> RunSerialAsync()
    {
        using var folder = new TemporaryDirectory();
        var ending = await Meanfield.SucceedAsync(Arguments(folder["run"], "--engine", "serial"));
        return ending.FinalStateHash;
    }

    private static async Task UntilStepsAreRecordedAsync(Meanfield program, string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(Path.Combine(path, "result.json")) || new RunFolder(path).Steps == 0)
        {
            Assert.False(program.HasExited, "the run ended before it could be disturbed");
            await Task.Delay(20, patience.Token);
        }
    }
}
