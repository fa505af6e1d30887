using MeanField.Resilience.Tests.Databases;
using MeanField.Resilience.Tests.Hosts;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Resilience.Tests;

/// <summary>A journal in PostgreSQL that goes away and comes back.</summary>
public sealed class JournalTests
{
    [PostgresFact]
    public async Task A_database_that_crashes_and_comes_back_changes_nothing()
    {
        using var database = new PostgresServer();
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three, journal: database.ConnectionString);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        database.Crash();
        await Task.Delay(TimeSpan.FromSeconds(2));
        database.Start();
        await client.AssertSerialAnswerAsync();
    }

    [PostgresHostsFact]
    public async Task A_database_out_of_reach_for_20_seconds_changes_nothing()
    {
        // members, the database
        using var network = new VirtualNetwork(TrialCluster.Three.Count + 1);
        using var database = new PostgresServer(network.Hosts[3]);
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three, network, database.ConnectionString);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        network.Weather.CutOff(3);
        await Task.Delay(TimeSpan.FromSeconds(20));
        network.Weather.Heal();
        await client.AssertSerialAnswerAsync();
    }

    [PostgresFact]
    public async Task A_cluster_that_died_altogether_finds_its_run_in_the_database()
    {
        using var database = new PostgresServer();
        using var cluster = await TrialCluster.StartAsync(TrialCluster.Three, journal: database.ConnectionString);
        await using var client = await TrialClient.SubmitAsync(cluster);
        await client.UntilUnderWayAsync();
        foreach (var node in cluster.Nodes)
            node.Process.Kill();
        database.Crash();
        database.Start();
        await cluster.StartAllAsync();
        await client.AssertSerialAnswerAsync();
    }
}
