using System.Diagnostics;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Core.Dynamics;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

public sealed class RunTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private readonly ActorEngine _engine = fixture.Engine;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(13)]
    public async Task A_run_over_actors_gives_the_serial_bits(int shards)
    {
        var workload = OscillatorWorkload.Of(new(100, 1000));
        var record = new RunRecord();
        var report = await _engine.RunAsync(workload, record, new() { Shards = shards });
        Assert.Equal((RunEnding.Completed, 1000), (report.Ending, report.Steps));
        record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task More_shards_than_leaves_are_as_many_as_leaves()
    {
        var workload = OscillatorWorkload.Of(new(3 * OscillatorModel.LeafSize, 50));
        var record = new RunRecord();
        await _engine.RunAsync(workload, record, new() { Shards = 100 });
        record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task Several_runs_at_once_do_not_meet()
    {
        var workloads = Enumerable.Range(1, 6)
            .Select(i => OscillatorWorkload.Of(new(20 * i, 200 * i)))
            .ToList();
        var records = workloads.Select(_ => new RunRecord()).ToList();
        await Task.WhenAll(workloads.Zip(records, (workload, record) =>
            _engine.RunAsync(workload, record, new() { Shards = 2 })));
        foreach (var (workload, record) in workloads.Zip(records))
            record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task Large_observations_and_signals_come_in_pieces_and_whole()
    {
        var workload = new OscillatorWorkload(new(30, 4, SummaryLength: 6000), [0, 2, 4], pathLength: 20_000);
        var record = new RunRecord(signalLength: 6000);
        await _engine.RunAsync(workload, record, new() { Shards = 2 });
        record.AssertSameAs(SerialReference.Run(workload));
    }

    [Fact]
    public async Task A_cancelled_run_stops_within_a_second_with_all_its_signals_and_can_be_resumed()
    {
        var workload = OscillatorWorkload.Of(new(100, 100_000), every: 25_000);
        using var cancellation = new CancellationTokenSource();
        var first = new RunRecord();
        var run = _engine.RunAsync(workload, first, new() { Shards = 3 }, cancellation.Token);
        while (first.Signals.Count == 0)
            await Task.Delay(5);
        var stopping = Stopwatch.StartNew();
        cancellation.Cancel();
        var report = await run;
        // a second, with room for a machine that is busy with other tests
        Assert.InRange(stopping.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal((RunEnding.Interrupted, first.Signals.Count), (report.Ending, report.Steps));
        Assert.InRange(report.Steps, 1, 99_999);

        var second = new RunRecord(knownSteps: report.Steps);
        var resumed = await _engine.RunAsync(workload, second, new()
        {
            Shards = 2,
            KnownSignals = first.Signals.ToArray(),
            ObserveFrom = report.Steps,
        });
        Assert.Equal(RunEnding.Completed, resumed.Ending);
        second.AssertSameAs(SerialReference.Run(workload), (int)report.Steps, report.Steps);
    }

    [Fact]
    public async Task A_run_cancelled_before_it_began_is_interrupted_at_the_start()
    {
        var record = new RunRecord();
        var report = await _engine.RunAsync(
            OscillatorWorkload.Of(new(100, 1_000_000)), record, cancellation: new(canceled: true));
        Assert.Equal(RunEnding.Interrupted, report.Ending);
        Assert.Equal(record.Signals.Count, report.Steps);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(299)]
    [InlineData(300)]
    public async Task A_run_from_known_signals_measures_again_what_is_wanted(int known)
    {
        var workload = OscillatorWorkload.Of(new(100, 300));
        var reference = SerialReference.Run(workload);
        var record = new RunRecord(knownSteps: known);
        await _engine.RunAsync(workload, record, new()
        {
            Shards = 3,
            KnownSignals = reference.Signals.Take(known).ToArray(),
            ObserveFrom = 100,
        });
        record.AssertSameAs(reference, known, observeFrom: 100);
    }

    [Fact]
    public async Task A_slow_sink_loses_nothing_and_what_it_made_the_end_wait_is_counted()
    {
        var workload = OscillatorWorkload.Of(new(16, 2000), every: 20);
        var record = new RunRecord();
        var produced = 0;
        var report = await _engine.RunAsync(
            OscillatorSource.Write(workload), workload, new() { Shards = 1 }, async runEvent =>
            {
                if (produced++ < 150)
                    await Task.Delay(3);
                record.Take(runEvent);
            });
        record.AssertSameAs(SerialReference.Run(workload));
        Assert.True(report.Ledger.SinkWait > TimeSpan.Zero);
    }

    [Fact]
    public async Task What_a_sink_throws_ends_the_run_and_reaches_the_caller()
    {
        var workload = OscillatorWorkload.Of(new(16, 1_000_000));
        var thrown = await Assert.ThrowsAsync<Listening.SinkFailedException>(() => _engine.RunAsync(
            OscillatorSource.Write(workload), workload, new(), _ => throw new IOException("disk full")));
        Assert.IsType<IOException>(thrown.InnerException);
    }

    [Theory]
    [InlineData(nameof(Mishap.InCreateBlock), 0)]
    [InlineData(nameof(Mishap.InSummarise), 60)]
    [InlineData(nameof(Mishap.InProbe), 100)]
    [InlineData(nameof(Mishap.InRespond), 70)]
    [InlineData(nameof(Mishap.NotANumber), 80)]
    public async Task A_model_that_fails_fails_the_run_with_its_reason(string mishap, int step)
    {
        var model = new OscillatorModel(50, 200) { Mishap = Enum.Parse<Mishap>(mishap), MishapStep = step };
        var record = new RunRecord();
        var workload = OscillatorWorkload.Of(model, every: 50);
        var report = await _engine.RunAsync(workload, record, new() { Shards = 2 });
        Assert.Equal(RunEnding.Failed, report.Ending);
        var failure = Assert.IsType<RunFailed>(record.Last);
        Assert.NotEmpty(failure.Reason);
        Assert.Equal((step, step), (failure.Step, record.Signals.Count));
    }

    [Fact]
    public async Task The_ledger_counts_one_summary_a_step_from_each_shard_and_one_from_the_node()
    {
        var workload = OscillatorWorkload.Of(new(100, 500), every: 500);
        var report = await _engine.RunAsync(workload, new(), new() { Shards = 4 });
        var summaries = report.Ledger.Entries().Single(entry =>
            entry is { Kind: TrafficKind.StepSummary, Direction: TrafficDirection.Sent });
        Assert.Equal(TrafficLink.Local, summaries.Link);
        // repeated questions, on a busy machine, may add to it
        Assert.InRange(summaries.Messages, 500 * 5, 500 * 5 * 1.1);
        Assert.InRange(summaries.PayloadBytes / summaries.Messages, 3, 40);
        Assert.True(report.Ledger.Rounds > TimeSpan.Zero && report.Ledger.Compute > TimeSpan.Zero);
    }
}
