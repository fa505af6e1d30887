using System.Diagnostics;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

public sealed class OneRunTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_run_over_actors_gives_the_serial_bits(int shards)
    {
        var sw = Stopwatch.StartNew();
        await using var engine = await ActorEngine.StartAsync(new OscillatorSource());
        output.WriteLine($"started {sw.ElapsedMilliseconds} ms"); sw.Restart();
        var workload = OscillatorWorkload.Of(new(100, 1000));
        var record = new RunRecord();
        var report = await engine.RunAsync(OscillatorSource.Write(workload), workload, new() { Shards = shards }, record.TakeAsync);
        output.WriteLine($"ran {sw.ElapsedMilliseconds} ms"); sw.Restart();
        var again = new RunRecord();
        await engine.RunAsync(OscillatorSource.Write(workload), workload, new() { Shards = shards }, again.TakeAsync);
        output.WriteLine($"ran again {sw.ElapsedMilliseconds} ms"); sw.Restart();
        Assert.Equal(RunEnding.Completed, report.Ending);
        record.AssertSameAs(SerialReference.Run(workload));
        again.AssertSameAs(SerialReference.Run(workload));
    }
}
