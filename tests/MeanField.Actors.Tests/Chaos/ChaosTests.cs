using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol;
using Xunit.Abstractions;

namespace MeanField.Actors.Tests.Chaos;

/// <summary>
/// Real actors whose messages are lost, repeated, delayed and reordered by a seed: all end in the serial
/// bits. A seed fixes what befalls the n-th message, threads decide which message that is: a seed that fails
/// may have to be tried more than once.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int RunsAtOnce = 32;

    private static readonly OscillatorWorkload Workload = OscillatorWorkload.Of(new(60, 240), every: 80);
    private static readonly RunRecord Reference = SerialReference.Run(Workload);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Whatever_befalls_messages_the_bits_are_the_serial_ones()
    {
        var link = new LinkOfRuns();
        await using var engine = await ActorEngine.StartAsync(
            new OscillatorSource(), new() { Link = link, Tick = TimeSpan.FromMilliseconds(5) });
        var failures = new List<string>();
        await Parallel.ForEachAsync(
            ChaosSeeds.Chosen,
            new ParallelOptions { MaxDegreeOfParallelism = RunsAtOnce },
            async (seed, _) =>
            {
                if (await FailureOfAsync(engine, link, seed) is { } failure)
                    lock (failures)
                        failures.Add($"MEANFIELD_CHAOS_SEEDS={seed}-{seed}: {failure}");
            });
        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
    }

    private static async Task<string?> FailureOfAsync(ActorEngine engine, LinkOfRuns link, int seed)
    {
        var random = new Random(seed);
        var run = new RunId($"seed-{seed}");
        link.Use(run, new FaultyLink(
            seed,
            loss: 0.05 * random.NextDouble(),
            repeats: 0.3 * random.NextDouble(),
            longestDelayMilliseconds: 1 + random.Next(10)));
        var record = new RunRecord();
        try
        {
            var report = await engine
                .RunAsync(Workload, record, new() { Run = run, Shards = 1 + random.Next(7) })
                .WaitAsync(Patience);
            if (report.Ending != RunEnding.Completed)
                return $"{report.Ending}: {record.Last}";
            record.AssertSameAs(Reference);
            return null;
        }
        catch (Exception failure)
        {
            return failure.Message;
        }
    }
}
