using System.Collections.Immutable;
using MeanField.Actors.Clients;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

/// <summary>A client that is no member, over real sockets.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private ActorEngine _engine = null!;
    private ClusterClient _client = null!;

    public async Task InitializeAsync()
    {
        _engine = await ActorEngine.StartAsync(new OscillatorSource(), new() { ServesClients = true });
        _client = await ClusterClient.ConnectAsync(
            new() { Members = [AddressOf(_engine)], Patience = TimeSpan.FromMinutes(1) });
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task A_submitted_run_is_followed_to_its_end_and_gives_the_serial_bits()
    {
        var workload = OscillatorWorkload.Of(new(100, 2000));
        var run = await _client.SubmitAsync(OscillatorSource.Write(workload).PadRight(100_000), new());
        var record = new RunRecord();
        var report = await _client.ListenAsync(run, EventCursor.Start, record.TakeAsync);
        Assert.Equal((RunEnding.Completed, 2000), (report.Ending, report.Steps));
        record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task A_run_is_listed_while_it_goes_on_and_can_be_cancelled()
    {
        var endless = OscillatorSource.Write(OscillatorWorkload.Of(new(100, 100_000_000)));
        var run = await _client.SubmitAsync(endless, new() { Title = "endless", Shards = 3 });
        var listed = Assert.Single((await _client.StatusAsync()).Runs, status => status.Run == run);
        Assert.Equal(("endless", RunState.Running, 3), (listed.Title, listed.State, listed.Shards));
        Assert.Equal(endless, await _client.SpecificationAsync(run));
        while ((await _client.StatusAsync(run)).Nodes == 0)
            await Task.Delay(20);
        var placement = await _client.PlacementAsync(run);
        Assert.Equal($"{_engine.Address}", placement.Coordinator);
        Assert.Equal($"{_engine.Address}", Assert.Single(placement.Holders));
        Assert.Equal(RunState.Cancelled, (await _client.CancelAsync(run)).State);
        var record = new RunRecord();
        var report = await _client.ListenAsync(run, EventCursor.Start, record.TakeAsync);
        Assert.Equal((RunEnding.Interrupted, record.Signals.Count), (report.Ending, report.Steps));
    }

    [Fact]
    public async Task A_listener_that_left_goes_on_where_it_stands()
    {
        var workload = OscillatorWorkload.Of(new(100, 60_000), every: 20_000);
        var run = await _client.SubmitAsync(OscillatorSource.Write(workload), new());
        var (record, cursor) = (new RunRecord(), EventCursor.Start);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var leaving = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _client.ListenAsync(run, cursor, fact =>
            {
                record.Take(fact);
                cursor = cursor.After(fact);
                leaving.Cancel();
                return ValueTask.CompletedTask;
            }, leaving.Token));
        }
        await _client.ListenAsync(run, cursor, record.TakeAsync);
        record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task A_specification_that_cannot_be_opened_is_refused_with_the_reason()
    {
        var refused = await Assert.ThrowsAsync<SubmissionRefusedException>(
            () => _client.SubmitAsync("no numbers", new()));
        Assert.Contains("no", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_with_another_specification_is_refused()
    {
        var options = new SubmissionOptions { Run = new("taken") };
        await _client.SubmitAsync(OscillatorSource.Write(OscillatorWorkload.Of(new(100, 50_000_000))), options);
        var other = OscillatorSource.Write(OscillatorWorkload.Of(new(100, 50_000_001)));
        await Assert.ThrowsAsync<SubmissionRefusedException>(() => _client.SubmitAsync(other, options));
        await _client.CancelAsync(options.Run.Value);
    }

    [Fact]
    public async Task A_run_that_nobody_submitted_is_unknown()
    {
        var run = new RunId("nobody");
        await Assert.ThrowsAsync<UnknownRunException>(() => _client.StatusAsync(run));
        await Assert.ThrowsAsync<UnknownRunException>(() => _client.CancelAsync(run));
        await Assert.ThrowsAsync<UnknownRunException>(
            () => _client.ListenAsync(run, EventCursor.Start, _ => ValueTask.CompletedTask));
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_given_up()
    {
        ImmutableArray<Endpoint> nobody = [new("127.0.0.1", 1)];
        await Assert.ThrowsAsync<ClusterUnreachableException>(() => ClusterClient.ConnectAsync(
            new() { Members = nobody, Patience = TimeSpan.FromSeconds(2) }));
    }

    internal static Endpoint AddressOf(ActorEngine engine)
    {
        var address = Akka.Cluster.Cluster.Get(engine.System).SelfAddress;
        return new(address.Host, address.Port!.Value);
    }
}
