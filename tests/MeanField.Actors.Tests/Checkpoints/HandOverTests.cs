using MeanField.Actors.Membership;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Core.Tests.Support;
using MeanField.Protocol;

namespace MeanField.Actors.Tests.Checkpoints;

public sealed class HandOverTests : IDisposable
{
    private readonly TemporaryDirectory _shared = new();
    private readonly LogLines _log = new();

    public void Dispose() => _shared.Dispose();

    /// <summary>
    /// Nothing is saved in the course of the run: what there is has been left for successors. Without a journal
    /// the coordinator has to stay where it is, so whoever leaves may hold shards alone.
    /// </summary>
    [Fact]
    public async Task A_member_that_leaves_spares_those_who_take_its_shards_the_replay()
    {
        await using var staying = await ActorEngine.StartAsync(new OscillatorSource(), Options());
        var leaving = await ActorEngine.StartAsync(
            new OscillatorSource(), Options() with { Join = [staying.Address], Roles = NodeRoles.Shards });
        Assert.Equal(2, await staying.WaitForShardHoldersAsync(2, TimeSpan.FromSeconds(30), default));
        var workload = OscillatorWorkload.Of(new(100, 150_000), every: 50_000);
        var record = new RunRecord();
        var running = staying.RunAsync(workload, record, new() { Shards = 8 });
        while (record.Signals.Count < 1000 && !running.IsCompleted)
            await Task.Delay(10);

        await leaving.DisposeAsync();

        Assert.Equal(RunEnding.Completed, (await running).Ending);
        record.AssertSameAs(SerialReference.Run(workload));
        Assert.Contains(_log.All, line => line.Contains("begin at step", StringComparison.Ordinal));
    }

    private ActorEngineOptions Options() => new()
    {
        Checkpoints = new() { Directory = _shared.Path, Interval = TimeSpan.FromHours(1) },
        Logging = _log,
    };
}
