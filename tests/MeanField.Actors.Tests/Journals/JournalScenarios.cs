using MeanField.Actors.Clients;
using MeanField.Actors.Journals;
using MeanField.Core.Dynamics;
using MeanField.Core.Serial;
using MeanField.Core.Specification;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Journals;

/// <summary>What must hold of a run whose journal is in a database, whichever database.</summary>
internal sealed class JournalScenarios(JournalSettings journal)
{
    public const long Steps = 30_000;

    private static readonly ExperimentSpec Spec = new()
    {
        Name = "journaled",
        Network = new()
        {
            Particles = 300,
            Activation = new PiecewiseLinearActivation([[0.5, -2.5], [1.5, 7.5]]),
        },
        Data = new IsotropicGaussiansData(10, 0.8),
        Training = new() { StepSize = 1e-6, Horizon = Steps * 1e-6 },
        Observe = new() { Times = [0, 0.01, 0.02, 0.03], TestSamples = 20 },
    };

    private static readonly Lazy<IReadOnlyList<string>> Reference = new(() =>
    {
        var events = new List<RunEvent>();
        new SerialEngine(Experiment.Create(Spec)).Run(events.Add, CancellationToken.None);
        return RunDigest.Of(events);
    });

    public Task<ActorEngine> StartEngineAsync() =>
        ActorEngine.StartAsync(new ActorEngineOptions { Journal = journal, ServesClients = true });

    public static Task<ClusterClient> ConnectAsync(ActorEngine engine) => ClusterClient.ConnectAsync(
        new() { Members = [engine.Address], Patience = TimeSpan.FromSeconds(60) });

    public static Task<RunId> SubmitAsync(ClusterClient client) =>
        client.SubmitAsync(SpecificationJson.Write(Spec, indented: false), new() { Title = Spec.Name, Shards = 3 });

    /// <summary>Follows a run from where the story stands, to its end or until it is long enough.</summary>
    public static async Task FollowAsync(
        ClusterClient client, RunId run, List<RunEvent> story, Predicate<RunEvent>? isEnough = null)
    {
        var cursor = story.Aggregate(EventCursor.Start, (at, fact) => at.After(fact));
        using var leaving = new CancellationTokenSource();
        try
        {
            await client.ListenAsync(run, cursor, fact =>
            {
                story.Add(fact);
                if (isEnough?.Invoke(fact) == true)
                    leaving.Cancel();
                return ValueTask.CompletedTask;
            }, leaving.Token);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // enough for now
        }
    }

    public static void AssertSameAsSerial(IReadOnlyCollection<RunEvent> story) =>
        Assert.Equal(Reference.Value, RunDigest.Of(story));

    public static bool HasBegun(RunEvent fact) => fact is SignalsRecorded;

    /// <summary>All processes go in the middle of a run; it goes on by itself when one comes back.</summary>
    public async Task OutlivesItsClusterAsync()
    {
        // on a fast machine a run may be over before its cluster is
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var story = await LoseClusterAsync();
            AssertSameAsSerial(story);
            if (story.Any(fact => fact is FailureSurvived))
                return;
        }
        Assert.Fail("The run was over before its cluster each time.");
    }

    /// <summary>
    /// Two clusters that know nothing of each other have one journal, and both take the run up: whoever comes
    /// second to the next entry is refused, reads again and stops.
    /// </summary>
    public async Task IsTakenUpByTwoAsync()
    {
        await using var first = await StartEngineAsync();
        await using var second = await StartEngineAsync();
        await using var client = await ConnectAsync(first);
        await using var other = await ConnectAsync(second);
        // on a fast machine a run may be over before the second hears of it
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var run = await SubmitAsync(client);
            // whoever is asked for a run takes it up, having read that it is not over
            await other.StatusAsync(run);
            var (story, told) = (new List<RunEvent>(), new List<RunEvent>());
            await FollowAsync(client, run, story);
            await FollowAsync(other, run, told);
            AssertSameAsSerial(story);
            AssertSameAsSerial(told);
            if (told.OfType<FailureSurvived>().Any(survived => survived.What.Contains("moved", StringComparison.Ordinal)))
                return;
        }
        Assert.Fail("The run was over before the second cluster took it up each time.");
    }

    /// <summary>Nobody listens while it runs; it is fetched from another cluster with the same journal.</summary>
    public async Task IsFetchedLaterAsync()
    {
        RunId run;
        await using (var engine = await StartEngineAsync())
        {
            await using var client = await ConnectAsync(engine);
            run = await SubmitAsync(client);
            while ((await client.StatusAsync(run)).State == RunState.Running)
                await Task.Delay(50);
        }
        await using var successor = await StartEngineAsync();
        await using var other = await ConnectAsync(successor);
        for (var fetch = 0; fetch < 2; fetch++)
        {
            var story = new List<RunEvent>();
            await FollowAsync(other, run, story);
            AssertSameAsSerial(story);
        }
        var listed = Assert.Single((await other.StatusAsync()).Runs, status => status.Run == run);
        Assert.Equal((RunState.Completed, Steps, "journaled"), (listed.State, listed.Step, listed.Title));
    }

    /// <summary>Follows a run to its end and gives by how much the database has grown, a step.</summary>
    public async Task<double> BytesPerStepAsync(Func<long> bytes)
    {
        await using var engine = await StartEngineAsync();
        await using var client = await ConnectAsync(engine);
        var before = bytes();
        var run = await SubmitAsync(client);
        var story = new List<RunEvent>();
        await FollowAsync(client, run, story);
        // the end is told before the last batch is durable
        for (var waits = 0; bytes() - before < sizeof(double) * Steps && waits < 600; waits++)
            await Task.Delay(50);
        return (bytes() - before) / (double)Steps;
    }

    private async Task<List<RunEvent>> LoseClusterAsync()
    {
        var story = new List<RunEvent>();
        RunId run;
        await using (var engine = await StartEngineAsync())
        {
            await using var client = await ConnectAsync(engine);
            run = await SubmitAsync(client);
            await FollowAsync(client, run, story, HasBegun);
        }
        await using var successor = await StartEngineAsync();
        await using var other = await ConnectAsync(successor);
        await FollowAsync(other, run, story);
        return story;
    }
}
