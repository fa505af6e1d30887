using MeanField.Resilience.Tests.Databases;
using MeanField.Resilience.Tests.Disks;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Checkpoints that are no good, or cannot be written: they cost time.</summary>
public sealed class CheckpointTests
{
    private const int LongerThanBetweenCheckpoints = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_run_is_resumed_beside_damaged_checkpoints_to_the_same_final_state()
    {
        var trial = await Trial.OfAsync(LongerThanBetweenCheckpoints);
        using var folder = new TemporaryDirectory();
        using (var program = Meanfield.Start(
            ["run", .. trial.Specification, "--nodes", "2", "--shards", "6", "--out", folder["run"], "--json"]))
        {
            await UntilSavedAsync(program, folder["run"]);
            program.Interrupt();
            await program.EndAsync();
        }
        DamageAll(Numbers(folder["run"]));
        var resumed = await Meanfield.RunAsync("resume", folder["run"], "--json");
        Assert.True(resumed.ExitCode == 0, $"{resumed}");
        Assert.Equal(trial.SerialHash, resumed.FinalStateHash);
        var log = File.ReadAllText(Path.Combine(folder["run"], "log.jsonl"));
        Assert.Contains("is passed over", log, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_disk_that_is_full_costs_checkpoints_and_nothing_else()
    {
        using var database = new PostgresServer();
        using var disk = new SmallDisk(8);
        using var cluster = await TrialCluster.StartAsync(
            TrialCluster.Three, journal: database.ConnectionString, data: disk.Path);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        disk.Fill();
        // a member that leaves would save its particles for those who go on with them
        var leaving = cluster.Nodes[2].Process;
        leaving.Terminate();
        var left = await leaving.EndAsync(Patience);
        Assert.True(left.ExitCode == 0, $"{left}");
        await client.AssertSerialAnswerAsync();
        Assert.Contains("No checkpoints can be written", $"{cluster}", StringComparison.Ordinal);
    }

    private static async Task UntilSavedAsync(Meanfield program, string run)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Numbers(run).Length < 3)
        {
            Assert.False(program.HasExited, $"the run ended before anything was saved\n{program.Error}");
            await Task.Delay(50, patience.Token);
        }
    }

    private static string[] Numbers(string run)
    {
        var checkpoints = new DirectoryInfo(Path.Combine(run, "checkpoints"));
        return checkpoints.Exists
            ? [.. checkpoints.EnumerateFiles("*.npy", SearchOption.AllDirectories).Select(file => file.FullName)]
            : [];
    }

    /// <summary>Some cut short, some with a bit flipped, some gone.</summary>
    private static void DamageAll(string[] files)
    {
        for (var i = 0; i < files.Length; i++)
        {
            var bytes = File.ReadAllBytes(files[i]);
            bytes[^1] ^= 1;
            if (i % 3 == 2)
                File.Delete(files[i]);
            else
                File.WriteAllBytes(files[i], i % 3 == 0 ? bytes : bytes[..^8]);
        }
    }
}
