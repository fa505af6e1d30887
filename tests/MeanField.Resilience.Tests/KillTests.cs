using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Processes that die from one moment to the next.</summary>
public sealed class KillTests
{
    private static readonly string[] TwoOfEach =
        [TrialCluster.Coordinators, TrialCluster.Coordinators, TrialCluster.Shards, TrialCluster.Shards];

    // until the others have let go of the dead and all know the newcomer: a majority of three survives one death, not
    // two at once
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_worker_that_is_killed_changes_nothing()
    {
        using var cluster = await TrialCluster.StartAsync(TwoOfEach);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        cluster.Nodes[3].Process.Kill();
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task Every_member_killed_in_turn_and_started_again_changes_nothing()
    {
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both, TrialCluster.Both, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        foreach (var node in cluster.Nodes)
        {
            node.Process.Kill();
            node.Start();
            await node.UntilUpAsync();
            await Task.Delay(Settling);
        }
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_coordinator_and_a_worker_killed_at_once_change_nothing()
    {
        using var cluster = await TrialCluster.StartAsync(
            [TrialCluster.Coordinators, TrialCluster.Both, TrialCluster.Shards, TrialCluster.Both, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        cluster.Nodes[0].Process.Kill();
        cluster.Nodes[2].Process.Kill();
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_cluster_that_died_altogether_goes_on_with_its_run_when_it_is_started_again()
    {
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both, TrialCluster.Both, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        foreach (var node in cluster.Nodes)
            node.Process.Kill();
        await cluster.StartAllAsync();
        await client.AssertSerialAnswerAsync();
    }
}
