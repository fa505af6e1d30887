using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>A run that has started its own workers, and what may become of them.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_worker_that_is_frozen_for_a_while_changes_nothing()
    {
        var trial = await Trial.UsualAsync();
        using var folder = new TemporaryDirectory();
        using var program = Meanfield.Start(
            ["run", .. trial.Specification, "--nodes", "3", "--out", folder["run"], "--json"]);
        await Trial.UntilUnderWayAsync(program, folder["run"]);
        var frozen = program.Children().First();
        Signals.Send(frozen, Signal.Stop);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Signals.Send(frozen, Signal.Continue);
        var ending = await program.EndAsync();
        Assert.True(ending.ExitCode == 0, $"{ending}");
        Assert.Equal(trial.SerialHash, ending.FinalStateHash);
    }

    [Fact]
    public async Task All_processes_of_a_run_killed_at_once_leave_a_run_to_resume()
    {
        var trial = await Trial.UsualAsync();
        using var folder = new TemporaryDirectory();
        using (var program = Meanfield.Start(
            ["run", .. trial.Specification, "--nodes", "3", "--out", folder["run"], "--json"]))
        {
            await Trial.UntilUnderWayAsync(program, folder["run"]);
            foreach (var process in program.Children().Append(program.Id).ToList())
                Signals.Send(process, Signal.Kill);
            await program.EndAsync();
        }
        var resumed = await Meanfield.RunAsync("resume", folder["run"], "--json");
        Assert.True(resumed.ExitCode == 0, $"{resumed}");
        Assert.Equal(trial.SerialHash, resumed.FinalStateHash);
    }
}
