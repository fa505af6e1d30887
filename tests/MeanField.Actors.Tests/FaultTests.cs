using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;

namespace MeanField.Actors.Tests;

/// <summary>Real actors and sudden deaths.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("shard", false)]
    [InlineData("shard", true)]
    [InlineData("combiner", false)]
    [InlineData("both", false)]
    public async Task An_actor_killed_in_the_middle_of_a_run_comes_back_and_the_bits_are_the_same(
        string who, bool byException)
    {
        await using var engine = await ActorEngine.StartAsync(new OscillatorSource());
        var workload = OscillatorWorkload.Of(new(100, 60_000), every: 20_000);
        var run = new RunId("victim");
        var record = new RunRecord();
        var running = engine.RunAsync(workload, record, new() { Run = run, Shards = 3 });
        var deaths = 0;
        for (; deaths < 4 && !running.IsCompleted; deaths++)
        {
            var seen = record.Signals.Count;
            while (record.Signals.Count == seen && !running.IsCompleted)
                await Task.Delay(1);
            if (who is "combiner" or "both")
                await Victims.Kill(Victims.CombinerOf(engine, run), byException);
            if (who is "shard" or "both")
                await Victims.Kill(Victims.ShardOf(engine, run, deaths % 3), byException);
        }
        Assert.Equal(RunEnding.Completed, (await running).Ending);
        Assert.True(deaths > 1, "The run was over before anybody died.");
        record.AssertSameAs(SerialReference.Run(workload));
    }
}
