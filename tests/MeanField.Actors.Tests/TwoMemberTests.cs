using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

/// <summary>A cluster of two members on loopback: everything between them crosses real sockets.</summary>
public sealed class TwoMemberTests : IAsyncLifetime
{
    private ActorEngine _first = null!;
    private ActorEngine _second = null!;

    public async Task InitializeAsync()
    {
        _first = await ActorEngine.StartAsync(new OscillatorSource());
        _second = await ActorEngine.StartAsync(new OscillatorSource(), new() { Join = [_first.Address] });
        // a member may be up before it can hold shards: a run that began then would stay with the other
        Assert.Equal(2, await _second.WaitForShardHoldersAsync(2, TimeSpan.FromSeconds(30), default));
    }

    public async Task DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Two_members_share_the_shards_and_give_the_serial_bits(int summaryLength)
    {
        // 200 kB of specification would not pass in one message: the second member fetches it in pieces
        var workload = OscillatorWorkload.Of(new(200, 600, summaryLength));
        var specification = OscillatorSource.Write(workload).PadRight(200_000);
        var reference = SerialReference.Run(workload);
        foreach (var engine in new[] { _first, _second })
        {
            var record = new RunRecord(summaryLength);
            var report = await engine.RunAsync(
                specification, workload, new() { Shards = 8 }, record.TakeAsync);
            record.AssertSameAs(reference);
            AssertCrossed(report.Ledger);
        }
    }

    private static void AssertCrossed(CommunicationLedger ledger)
    {
        var remote = ledger.Entries().Where(entry =>
            entry is { Link: TrafficLink.Remote, Direction: TrafficDirection.Sent })
            .ToDictionary(entry => entry.Kind);
        // one summary a step from the member that the coordinator does not live on, however many shards it
        // has
        Assert.InRange(remote[TrafficKind.StepSummary].Messages, 600, 600 * 1.2);
        Assert.True(remote[TrafficKind.Specification].PayloadBytes >= 200_000);
    }
}
