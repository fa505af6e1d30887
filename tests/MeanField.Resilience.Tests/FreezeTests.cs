using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>Processes that stop where they stand, are given up by the others, and wake up again.</summary>
public sealed class FreezeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(3, false)]
    [InlineData(60, true)]
    public async Task A_member_that_was_frozen_for_a_while_changes_nothing(int seconds, bool isGivenUp)
    {
        using var cluster = await TrialCluster.StartAsync([TrialCluster.Both, TrialCluster.Both, TrialCluster.Both]);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        var frozen = cluster.Nodes[2].Process;
        frozen.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        frozen.Thaw();
        await client.AssertSerialAnswerAsync();
        // after three seconds it may be given up or not, as busy as the machine is; after a minute the others have
        // gone on without it, and it must say so to whoever is to start it again
        if (isGivenUp)
            Assert.Equal(TrialNode.Downed, (await frozen.EndAsync(Patience)).ExitCode);
    }
}
