using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Processes that stop where they stand, are given up by the others, and wake up again.</summary>
public sealed class FreezeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_worker_and_then_a_coordinators_member_frozen_for_3_seconds_change_nothing()
    {
        // each may be given up or not, as busy as the machine is: four, so that two that are left are a majority of three
        using var cluster = await TrialCluster.StartAsync([.. TrialCluster.Three, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        await FreezeAsync((await client.PlacesAsync()).Worker.Process, seconds: 3);
        await FreezeAsync((await client.CoordinatorAsync()).Process, seconds: 3);
        await client.AssertSerialAnswerAsync();
    }

    [Fact]
    public async Task A_worker_frozen_for_a_minute_changes_nothing_and_finds_itself_out()
    {
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        var frozen = (await client.PlacesAsync()).Worker.Process;
        await FreezeAsync(frozen, seconds: 60);
        await client.AssertSerialAnswerAsync();
        // the others have gone on without it, and it must say so to whoever is to start it again
        Assert.Equal(TrialNode.Downed, (await frozen.EndAsync(Patience)).ExitCode);
    }

    private static async Task FreezeAsync(Meanfield process, int seconds)
    {
        process.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        process.Thaw();
    }
}
