using MeanField.Resilience.Tests.Hosts;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Networks that fall apart and come together again.</summary>
public sealed class PartitionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(8);

    [HostsFact]
    public Task A_minority_that_is_cut_off_changes_nothing() =>
        AssertSurvivedAsync([TrialCluster.Both, TrialCluster.Both, TrialCluster.Shards], minority: 2);

    [HostsFact]
    public Task A_minority_that_is_cut_off_with_the_coordinator_changes_nothing() =>
        AssertSurvivedAsync([TrialCluster.Coordinators, TrialCluster.Both, TrialCluster.Both], minority: 0);

    [HostsFact]
    public async Task A_slow_and_lossy_network_changes_nothing()
    {
        using var network = new VirtualNetwork(3, seed: 11);
        network.Weather.Delay = TimeSpan.FromMilliseconds(1);
        network.Weather.Loss = 0.001;
        using var cluster = await TrialCluster.StartAsync(
            [TrialCluster.Both, TrialCluster.Both, TrialCluster.Both], network);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.AssertSerialAnswerAsync();
    }

    private static async Task AssertSurvivedAsync(string[] roles, int minority)
    {
        using var network = new VirtualNetwork(roles.Length);
        using var cluster = await TrialCluster.StartAsync(roles, network);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        network.Weather.CutOff(minority);
        await Task.Delay(Apart);
        network.Weather.Heal();
        await client.AssertSerialAnswerAsync();
        var cutOff = await cluster.Nodes[minority].Process.EndAsync(Patience);
        Assert.Equal(TrialNode.Downed, cutOff.ExitCode);
    }
}
