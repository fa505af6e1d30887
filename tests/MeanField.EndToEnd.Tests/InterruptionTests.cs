namespace MeanField.EndToEnd.Tests;

/// <summary>A run that is stopped on the way ends where it would have ended.</summary>
public class InterruptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // one for all tests: what they are held against
    private static readonly Lazy<Task<Ending>> Uninterrupted = new(RunUninterruptedAsync);

    /// <summary>Several seconds of work, so that there is a middle to be stopped in.</summary>
    private static string[] Long(string output, string engine) =>
    [
        "run", Repository.Experiment("isotropic-gaussians.json"),
        "--set", "network.particles=800", "--set", "training.stepSize=1e-6", "--set", "training.horizon=0.9",
        "--set", "observe.times=[0.1,0.3]", "--set", "observe.testSamples=1000",
        "--out", output, "--engine", engine, "--json",
    ];

    [Theory]
    [InlineData("serial", "interrupt")]
    [InlineData("actors", "interrupt")]
    [InlineData("actors", "terminate")]
    [InlineData("serial", "kill")]
    [InlineData("actors", "kill")]
    public async Task A_stopped_run_is_resumed_to_the_same_final_state(string engine, string how)
    {
        using var folder = new TemporaryDirectory();
        var run = new RunFolder(folder["stopped"]);
        using (var program = Meanfield.Start(Long(folder["stopped"], engine)))
        {
            await UntilSomeStepsAreRecordedAsync(program, run, folder["stopped"]);
            Stop(program, how);
            var ending = await program.EndAsync();
            if (how != "kill")
                AssertInterrupted(ending);
        }
        run.AssertResumable(how == "kill" ? "running" : "interrupted");

        var resumed = await Meanfield.SucceedAsync("resume", folder["stopped"], "--json");
        var uninterrupted = await Uninterrupted.Value;
        Assert.Equal(uninterrupted.FinalStateHash, resumed.FinalStateHash);
        Assert.Equal(uninterrupted.Json["observations"]!.ToJsonString(), resumed.Json["observations"]!.ToJsonString());
        Assert.Single(resumed.Json["failures"]!.AsArray());
        run.AssertComplete();
    }

    [Fact]
    public async Task A_finished_run_is_not_resumed()
    {
        using var folder = new TemporaryDirectory();
        string[] quick = [.. ReducedExperiment.Arguments(Repository.Experiment("quick-look.json"))];
        await Meanfield.SucceedAsync(["run", .. quick, "--out", folder["a"], "--engine", "serial"]);
        var ending = await Meanfield.RunAsync("resume", folder["a"]);
        Assert.Equal(2, ending.ExitCode);
        Assert.Contains("completed", ending.Error, StringComparison.Ordinal);
    }

    private static async Task<Ending> RunUninterruptedAsync()
    {
        using var folder = new TemporaryDirectory();
        return await Meanfield.SucceedAsync(Long(folder["whole"], "serial"));
    }

    private static void AssertInterrupted(Ending ending)
    {
        Assert.Equal(130, ending.ExitCode);
        Assert.Contains("resume", ending.Error, StringComparison.Ordinal);
        Assert.Equal("interrupted", ending.Json["status"]!.GetValue<string>());
    }

    private static void Stop(Meanfield program, string how)
    {
        switch (how)
        {
            case "interrupt":
                program.Interrupt();
                break;
            case "terminate":
                program.Terminate();
                break;
            default:
                program.Kill();
                break;
        }
    }

    private static async Task UntilSomeStepsAreRecordedAsync(Meanfield program, RunFolder run, string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!File.Exists(Path.Combine(path, "result.json")) || run.Steps == 0)
        {
            Assert.False(program.HasExited, "the run ended before it could be stopped");
            await Task.Delay(20, patience.Token);
        }
    }
}
