using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

public sealed class OneRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_run_over_actors_gives_the_serial_bits(int shards)
    {
        await using var engine = await ActorEngine.StartAsync(new OscillatorSource());
        var workload = OscillatorWorkload.Of(new(100, 1000));
        var record = new RunRecord();
        var report = await engine.RunAsync(
            OscillatorSource.Write(workload), workload, new() { Shards = shards }, record.TakeAsync);
        Assert.Equal(RunEnding.Completed, report.Ending);
        record.AssertSameAs(SerialReference.Run(workload));
    }
}
