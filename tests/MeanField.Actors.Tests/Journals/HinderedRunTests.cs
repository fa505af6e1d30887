using System.Globalization;
using MeanField.Actors.Clients;
using MeanField.Actors.Journals;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Core.Tests.Support;
using MeanField.Protocol;
using Microsoft.Data.Sqlite;

namespace MeanField.Actors.Tests.Journals;

/// <summary>Runs on record whose data file has gone while no process was there.</summary>
public sealed class HinderedRunTests : IDisposable
{
    private const int Shards = 2;

    private readonly TemporaryDirectory _place = new();
    private readonly ExperimentSpec _spec;
    private readonly string _rows;

    public HinderedRunTests()
    {
        _rows = "x,y\n" + string.Concat(Enumerable.Range(0, 50).Select(
            row => string.Create(CultureInfo.InvariantCulture, $"{row / 50.0},{row % 7}\n")));
        File.WriteAllText(Data, _rows);
        File.WriteAllText(_place.At("spec.json"), """
            {
              "name": "rows",
              "network": { "particles": 300, "activation": { "kind": "tanh" } },
              "data": { "kind": "file", "path": "rows.csv", "target": "y", "holdout": 0.2 },
              "training": { "stepSize": 1e-5, "horizon": 0.6 },
              "observe": { "times": [0.6] }
            }
            """);
        _spec = SpecificationFile.Read(_place.At("spec.json"), []);
    }

    private string Data => _place.At("rows.csv");

    private JournalScenarios Scenarios => new(new JournalSettings.Sqlite(_place.At("journal.db")));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Fact]
    public async Task A_run_whose_data_file_has_gone_waits_for_it_and_then_ends_in_the_serial_bits()
    {
        var (run, story) = await LoseClusterAsync();
        File.Delete(Data);
        await using var engine = await Scenarios.StartEngineAsync();
        await using var client = await JournalScenarios.ConnectAsync(engine);
        var status = await client.StatusAsync(run);
        Assert.Equal(RunState.Waiting, status.State);
        Assert.Contains("data.path: cannot be read", status.Reason, StringComparison.Ordinal);
        Assert.Equal((_spec.Training.Steps, Shards), (status.Steps, status.Shards));
        await UntilListedAsync(client, run, RunState.Waiting);

        File.WriteAllText(Data, _rows.Replace("0,0", "0,1", StringComparison.Ordinal));
        await UntilAsync(client, run, status => status.Reason.Contains("has changed", StringComparison.Ordinal));

        File.WriteAllText(Data, _rows);
        await JournalScenarios.FollowAsync(client, run, story);
        var serial = new List<RunEvent>();
        new SerialEngine(Experiment.Create(_spec)).Run(serial.Add, CancellationToken.None);
        Assert.Equal(RunDigest.Of(serial), RunDigest.Of(story));
    }

    [Fact]
    public async Task A_run_that_waits_can_be_cancelled_and_stays_so()
    {
        var (run, _) = await LoseClusterAsync();
        File.Delete(Data);
        await using (var engine = await Scenarios.StartEngineAsync())
        {
            await using var client = await JournalScenarios.ConnectAsync(engine);
            Assert.Equal(RunState.Cancelled, (await client.CancelAsync(run)).State);
            await UntilListedAsync(client, run, RunState.Cancelled);
        }
        File.WriteAllText(Data, _rows);
        await using var successor = await Scenarios.StartEngineAsync();
        await using var other = await JournalScenarios.ConnectAsync(successor);
        Assert.Equal(RunState.Cancelled, (await other.StatusAsync(run)).State);
    }

    /// <summary>A run that has begun, and no process left.</summary>
    private async Task<(RunId Run, List<RunEvent> Story)> LoseClusterAsync()
    {
        await using var engine = await Scenarios.StartEngineAsync();
        await using var client = await JournalScenarios.ConnectAsync(engine);
        var run = await client.SubmitAsync(SpecificationJson.Write(_spec, indented: false), new() { Shards = Shards });
        var story = new List<RunEvent>();
        await JournalScenarios.FollowAsync(client, run, story, JournalScenarios.HasBegun);
        return (run, story);
    }

    private static async Task UntilAsync(ClusterClient client, RunId run, Predicate<RunStatus> isSo)
    {
        while (!isSo(await client.StatusAsync(run)))
            await Task.Delay(50);
    }

    private static async Task UntilListedAsync(ClusterClient client, RunId run, RunState state)
    {
        while ((await client.StatusAsync()).Runs.Single(status => status.Run == run).State != state)
            await Task.Delay(50);
    }
}
