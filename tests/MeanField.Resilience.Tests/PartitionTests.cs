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
        AssertSurvivedAsync(async client => (await client.PlacesAsync()).Worker);

    [HostsFact]
    public Task A_minority_that_is_cut_off_with_the_coordinator_changes_nothing() =>
        AssertSurvivedAsync(client => client.CoordinatorAsync());

    [HostsFact]
    public async Task A_slow_and_lossy_network_changes_nothing()
    {
        using var network = new VirtualNetwork(3, seed: 11);
        network.Weather.Delay = TimeSpan.FromMilliseconds(1);
        network.Weather.Loss = 0.001;
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three, network);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.AssertSerialAnswerAsync();
    }

    private static async Task AssertSurvivedAsync(Func<TrialClient, Task<TrialNode>> find)
    {
        using var network = new VirtualNetwork(TrialCluster.Three.Count);
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three, network);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        var minority = await find(client);
        network.Weather.CutOff(cluster.Number(minority));
        await Task.Delay(Apart);
        network.Weather.Heal();
        await client.AssertSerialAnswerAsync();
        var cutOff = await minority.Process.EndAsync(Patience);
        Assert.Equal(TrialNode.Downed, cutOff.ExitCode);
    }
}
