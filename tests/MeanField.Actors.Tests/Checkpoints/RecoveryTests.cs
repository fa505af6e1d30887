using MeanField.Actors.Checkpoints;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Core.Tests.Support;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Checkpoints;

/// <summary>Real actors that save their particles as often as they can, and what becomes of it.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly LogLines _log = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_shard_that_is_killed_begins_at_its_checkpoint_and_the_bits_are_the_same()
    {
        await using var engine = await ActorEngine.StartAsync(new OscillatorSource(), Options());
        var workload = OscillatorWorkload.Of(new(100, 60_000), every: 20_000);
        var (run, record) = (new RunId("victim"), new RunRecord());
        var running = engine.RunAsync(workload, record, new() { Run = run, Shards = 3 });
        for (var deaths = 0; deaths < 6 && !running.IsCompleted; deaths++)
        {
            var seen = record.Signals.Count;
            while (record.Signals.Count == seen && !running.IsCompleted)
                await Task.Delay(1);
            await Victims.Kill(Victims.ShardOf(engine, run, deaths % 3), byException: false);
        }
        Assert.Equal(RunEnding.Completed, (await running).Ending);
        record.AssertSameAs(SerialReference.Run(workload));
        Assert.Contains(_log.All, line => line.Contains("begin at step", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_is_over_frees_the_space_of_its_checkpoints(bool outlive)
    {
        await using var engine = await ActorEngine.StartAsync(
            new OscillatorSource(), Options() with { Checkpoints = Checkpoints() with { OutliveRuns = outlive } });
        var workload = OscillatorWorkload.Of(new(100, 20_000), every: 10_000);
        await engine.RunAsync(workload, new RunRecord(), new() { Shards = 3 });
        // the coordinator is told of the end before the last shard has stopped
        if (outlive)
            Assert.NotEmpty(Directory.EnumerateDirectories(_directory.Path));
        else
            Assert.True(SpinWait.SpinUntil(
                () => !Directory.EnumerateDirectories(_directory.Path).Any(), TimeSpan.FromSeconds(30)));
        Assert.DoesNotContain(_log.Warnings, line => line.Contains("heckpoints", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_taken_up_again_begins_at_the_checkpoints_that_are_not_beyond_its_journal()
    {
        var workload = OscillatorWorkload.Of(new(100, 20_000), every: 10_000);
        var reference = SerialReference.Run(workload);
        var options = Options() with { Checkpoints = Checkpoints() with { OutliveRuns = true, Kept = 1000 } };
        await using var engine = await ActorEngine.StartAsync(new OscillatorSource(), options);
        await engine.RunAsync(workload, new RunRecord(), new() { Shards = 3 });
        foreach (var known in (int[])[15_000, 7_003])
        {
            var record = new RunRecord(1, known);
            await engine.RunAsync(workload, record, new()
            {
                Shards = 2,
                KnownSignals = reference.Signals.Take(known).ToArray(),
                ObserveFrom = known,
            });
            Assert.Equal(reference.Signals.Skip(known), record.Signals);
            Assert.Equal(reference.Particles, record.Particles);
        }
        Assert.Contains(_log.All, line => line.EndsWith("step 15000 is known", StringComparison.Ordinal));
    }

    private CheckpointOptions Checkpoints() =>
        new() { Directory = _directory.Path, Interval = TimeSpan.Zero, Share = 1 };

    private ActorEngineOptions Options() => new() { Checkpoints = Checkpoints(), Logging = _log };
}
