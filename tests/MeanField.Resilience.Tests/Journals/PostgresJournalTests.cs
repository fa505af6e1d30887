using MeanField.Actors.Journals;
using MeanField.Actors.Tests.Journals;
using MeanField.Core.Dynamics;
using MeanField.Resilience.Tests.Databases;
using Npgsql;

namespace MeanField.Resilience.Tests.Journals;

/// <summary>Runs whose journal is in a PostgreSQL of their own.</summary>
public sealed class PostgresJournalTests
{
    [PostgresFact]
    public async Task A_run_outlives_its_cluster()
    {
        using var server = new PostgresServer();
        await new JournalScenarios(JournalOf(server)).OutlivesItsClusterAsync();
    }

    [PostgresFact]
    public async Task A_run_is_fetched_later()
    {
        using var server = new PostgresServer();
        await new JournalScenarios(JournalOf(server)).IsFetchedLaterAsync();
    }

    [PostgresFact]
    public async Task A_run_that_two_clusters_take_up_is_written_by_one_at_a_time()
    {
        using var server = new PostgresServer();
        await new JournalScenarios(JournalOf(server)).IsTakenUpByTwoAsync();
    }

    [PostgresFact]
    public async Task A_step_takes_16_bytes_at_most()
    {
        using var server = new PostgresServer();
        var bytes = await new JournalScenarios(JournalOf(server)).BytesPerStepAsync(() => Size(server));
        Assert.InRange(bytes, 8, 16);
    }

    [PostgresFact]
    public async Task A_database_that_is_gone_for_twenty_seconds_stops_no_run()
    {
        using var server = new PostgresServer();
        var scenarios = new JournalScenarios(JournalOf(server));
        await using var engine = await scenarios.StartEngineAsync();
        await using var client = await JournalScenarios.ConnectAsync(engine);
        var run = await JournalScenarios.SubmitAsync(client);
        var story = new List<RunEvent>();
        await JournalScenarios.FollowAsync(client, run, story, JournalScenarios.HasBegun);
        server.Crash();
        var following = JournalScenarios.FollowAsync(client, run, story);
        await Task.Delay(TimeSpan.FromSeconds(20));
        server.Start();
        await following;
        JournalScenarios.AssertSameAsSerial(story);
        // and nothing of it is missing in the journal
        await scenarios.IsFetchedLaterAsync();
    }

    [PostgresFact]
    public async Task Members_that_reach_the_same_database_by_different_names_read_the_same_identity()
    {
        using var server = new PostgresServer();
        var readers = Enumerable.Range(0, 8).Select(i => JournalIdentity.ReadAsync(
            JournalSettings.Parse($"{server.ConnectionString};Application Name=reader{i}")));
        Assert.Single((await Task.WhenAll(readers)).Distinct());
    }

    private static JournalSettings JournalOf(PostgresServer server) =>
        JournalSettings.Parse(server.ConnectionString);

    // with indexes and what is stored out of line
    private static long Size(PostgresServer server)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class "
            + "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
        return (long)command.ExecuteScalar()!;
    }
}
