using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Processes that die from one moment to the next, or are told to go.</summary>
public sealed class KillTests
{
    private const int LongEnoughForThree = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_worker_that_is_killed_changes_nothing()
    {
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        var (_, worker) = await client.PlacesAsync();
        worker.Process.Kill();
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_coordinators_member_that_is_killed_twice_and_then_told_to_go_changes_nothing()
    {
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three);
        await using var client = await TrialClient.SubmitAsync(cluster, await Trial.OfAsync(LongEnoughForThree));
        await client.UntilUnderWayAsync();
        for (var death = 0; death < 2; death++)
        {
            var killed = await client.CoordinatorAsync();
            killed.Process.Kill();
            killed.Start();
            await killed.UntilUpAsync();
        }
        var leaving = (await client.CoordinatorAsync()).Process;
        leaving.Terminate();
        var left = await leaving.EndAsync(Patience);
        Assert.True(left.ExitCode == 0, $"{left}");
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_coordinators_member_and_a_worker_killed_at_once_change_nothing()
    {
        using var cluster = await TrialCluster.StartAsync(
            [TrialCluster.Coordinators, TrialCluster.Both, TrialCluster.Shards, TrialCluster.Both, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        var (coordinator, worker) = await client.PlacesAsync();
        coordinator.Process.Kill();
        worker.Process.Kill();
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_cluster_that_died_altogether_goes_on_with_its_run_when_it_is_started_again()
    {
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        foreach (var node in cluster.Nodes)
            node.Process.Kill();
        await cluster.StartAllAsync();
        await client.AssertSerialAnswerAsync();
    }
}
