using System.Diagnostics;
using System.Text.Json.Nodes;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>A run goes on with what it was begun with, or not at all.</summary>
public sealed class SpecificationTests
{
    private const int BadUsage = 2;
    private const int Failed = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [DiskFact]
    public async Task A_member_that_sees_another_data_file_is_named_and_takes_no_part()
    {
        using var data = new TrialData();
        using var folder = new TemporaryDirectory();
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Coordinators], journal: folder["journal.db"]);
        var here = cluster.Nodes[0].Address;
        string[] member =
        [
            "node", "--listen", "127.0.0.1:0", "--join", here, "--role", TrialCluster.Shards,
            "--data", folder["data"], "--journal", folder["journal.db"],
        ];
        using (var other = Meanfield.StartUnder(data.Hidden, member))
        {
            var place = await UntilMemberAsync(other);
            var refused = await AskAsync(
                ["submit", .. data.Short, "--to", here, "--out", folder["refused"]]);
            Assert.Equal(Failed, refused.ExitCode);
            Assert.Contains(refused.Error.Split('\n'), line =>
                line.Contains($"member {place}: data.path: has changed: its SHA-256", StringComparison.Ordinal));
            Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
            // by itself: of two members the death of one may end the other
            other.Terminate();
            await other.EndAsync();
        }
        using var same = Meanfield.Start(member);
        await UntilMemberAsync(same);
        var run = await AskAsync(
            ["submit", .. data.Short, "--to", here, "--out", folder["run"], "--json"]);
        Assert.True(run.ExitCode == 0, $"{run}\n{cluster}");
        Assert.Equal((await data.TrialAsync(data.Short)).SerialHash, run.FinalStateHash);
    }

    [Fact]
    public async Task A_run_whose_data_file_changed_while_nobody_was_there_says_so_and_waits_for_the_right_one()
    {
        using var data = new TrialData();
        var trial = await data.TrialAsync(data.Long);
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both]);
        var node = cluster.Nodes[0];
        await using var client = await TrialClient.SubmitAsync(cluster, trial);
        await client.UntilUnderWayAsync();
        node.Process.Kill();
        data.Change();
        await cluster.StartAllAsync();

        var status = await AskAsync("status", client.Run, "--to", node.Address, "--json");
        Assert.Equal("waiting", status.Json["state"]!.GetValue<string>());
        Assert.Contains("data.path: has changed", status.Json["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        var fetched = await AskAsync("fetch", client.Run, "--to", node.Address);
        Assert.Equal(Failed, fetched.ExitCode);
        Assert.StartsWith($"{client.Run}: waits until it can be opened", fetched.Error, StringComparison.Ordinal);
        Assert.Single(node.Process.Error.ToString().Split('\n'), line => line.Contains("waits", StringComparison.Ordinal));

        data.Restore();
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_run_whose_specification_or_data_file_has_changed_is_not_resumed()
    {
        using var data = new TrialData();
        using var folder = new TemporaryDirectory();
        using (var program = Meanfield.Start(["run", .. data.Alone, "--out", folder["run"], "--json"]))
        {
            await Trial.UntilUnderWayAsync(program, folder["run"]);
            program.Kill();
            await program.EndAsync();
        }
        data.Change();
        await AssertNotResumedAsync(folder["run"], "data.path: has changed");
        data.Restore();

        var manifest = Path.Combine(folder["run"], "manifest.json");
        var written = await File.ReadAllTextAsync(manifest);
        var changed = JsonNode.Parse(written)!;
        changed["spec"]!["seed"] = 2;
        await File.WriteAllTextAsync(manifest, changed.ToJsonString());
        await AssertNotResumedAsync(folder["run"], "fingerprint");
        await File.WriteAllTextAsync(manifest, written);

        var resumed = await Meanfield.RunAsync("resume", folder["run"], "--json");
        Assert.True(resumed.ExitCode == 0, $"{resumed}");
        Assert.Equal((await data.TrialAsync(data.Alone)).SerialHash, resumed.FinalStateHash);
    }

    /// <summary>Again, where a machine is so busy that nobody answers in the command's ten seconds.</summary>
    private static async Task<Ending> AskAsync(params string[] command)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var ending = await Meanfield.RunAsync(command);
            if (!$"{ending}".Contains("no member answers", StringComparison.Ordinal)
                || Stopwatch.GetElapsedTime(since) > Patience)
                return ending;
        }
    }

    private static async Task AssertNotResumedAsync(string run, string reason)
    {
        var refused = await Meanfield.RunAsync("resume", run);
        Assert.Equal(BadUsage, refused.ExitCode);
        Assert.Contains(reason, Assert.Single(refused.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<string> UntilMemberAsync(Meanfield member)
    {
        var line = await member.Error.LineAsync(
            said => said.Contains("Member 127.0.0.1:", StringComparison.Ordinal), Patience);
        return line.Split("Member ")[1].Split(' ')[0];
    }
}
