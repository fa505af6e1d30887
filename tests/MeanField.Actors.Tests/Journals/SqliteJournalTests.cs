using MeanField.Actors.Journals;
using MeanField.Core.Dynamics;
using MeanField.Core.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MeanField.Actors.Tests.Journals;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly TemporaryDirectory _place = new();

    private JournalSettings.Sqlite Journal => new(_place.At("journal.db"));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public Task A_run_outlives_its_cluster() => new JournalScenarios(Journal).OutlivesItsClusterAsync();

    [Fact]
    public Task A_run_is_fetched_later() => new JournalScenarios(Journal).IsFetchedLaterAsync();

    [Fact]
    public Task A_run_that_two_clusters_take_up_is_written_by_one_at_a_time() =>
        new JournalScenarios(Journal).IsTakenUpByTwoAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coordinator_killed_in_the_middle_of_a_run_comes_back_and_the_bits_are_the_same(
        bool byException)
    {
        var scenarios = new JournalScenarios(Journal);
        await using var engine = await scenarios.StartEngineAsync();
        await using var client = await JournalScenarios.ConnectAsync(engine);
        var run = await JournalScenarios.SubmitAsync(client);
        var story = new List<RunEvent>();
        for (var deaths = 0; deaths < 3; deaths++)
        {
            await JournalScenarios.FollowAsync(client, run, story, JournalScenarios.HasBegun);
            await Victims.Kill(Victims.CoordinatorOf(engine, run), byException);
        }
        await JournalScenarios.FollowAsync(client, run, story);
        JournalScenarios.AssertSameAsSerial(story);
        Assert.Contains(story, fact => fact is FailureSurvived);
    }

    [Fact]
    public async Task A_journal_killed_in_the_middle_of_a_run_comes_back_and_misses_nothing()
    {
        var scenarios = new JournalScenarios(Journal);
        await using (var engine = await scenarios.StartEngineAsync())
        {
            await using var client = await JournalScenarios.ConnectAsync(engine);
            var run = await JournalScenarios.SubmitAsync(client);
            var story = new List<RunEvent>();
            await JournalScenarios.FollowAsync(client, run, story, JournalScenarios.HasBegun);
            await Victims.Kill(Victims.JournalOf(engine, run), byException: false);
            await JournalScenarios.FollowAsync(client, run, story);
            JournalScenarios.AssertSameAsSerial(story);
        }
        await scenarios.IsFetchedLaterAsync();
    }

    [Fact]
    public async Task A_step_takes_16_bytes_at_most()
    {
        var bytes = await new JournalScenarios(Journal).BytesPerStepAsync(Size);
        Assert.InRange(bytes, 8, 16);
    }

    [Fact]
    public async Task A_journal_keeps_its_name_and_no_two_bear_the_same()
    {
        var name = await JournalIdentity.ReadAsync(Journal);
        Assert.Equal(name, await JournalIdentity.ReadAsync(Journal));
        Assert.NotEqual(name, await JournalIdentity.ReadAsync(new JournalSettings.Sqlite(_place.At("other.db"))));
        Assert.Null(await JournalIdentity.ReadAsync(JournalSettings.None));
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_refused_in_one_line()
    {
        File.WriteAllText(Journal.Path, new string('x', 10_000));
        var refused = await Assert.ThrowsAsync<JournalException>(
            () => ActorEngine.StartAsync(new ActorEngineOptions { Journal = Journal }));
        Assert.Contains(Journal.Path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    // all that is in the write-ahead log goes into the file, and pages that are free do not count
    private long Size()
    {
        using var connection = new SqliteConnection(Journal.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return new FileInfo(Journal.Path).Length;
    }
}
