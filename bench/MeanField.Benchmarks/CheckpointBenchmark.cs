using System.Diagnostics;
using MeanField.Actors;
using MeanField.Actors.Checkpoints;
using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeanField.Benchmarks;

/// <summary>
/// What saving particles costs: a run that saves as often as it may, and one whole checkpoint.
/// </summary>
internal static class CheckpointBenchmark
{
    private const int Dimension = 40;

    private static readonly (long Particles, long Steps)[] Sizes =
        [(800, 400_000), (100_000, 2_000), (1_000_000, 300)];

    public static async Task RunAsync(int rounds)
    {
        Console.WriteLine("\n## Checkpoints: median (range)\n");
        Console.WriteLine("| particles | with, of without | pieces | copying, of the time | and hashing, writing | the disk "
            + "| copy, GB/s | copy and write, GB/s | read, GB/s |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (particles, steps) in Sizes)
            await CompareAsync(PaperLaw.Of(particles, Dimension, steps), rounds);
    }

    private static async Task CompareAsync(ExperimentSpec spec, int rounds)
    {
        var place = Directory.CreateTempSubdirectory("meanfield-bench-").FullName;
        var options = new CheckpointOptions { Directory = place, Interval = TimeSpan.Zero };
        List<double> plain = [], saved = [];
        var cost = "";
        await using (var without = await ActorEngine.StartAsync())
        await using (var with = await ActorEngine.StartAsync(new ActorEngineOptions { Checkpoints = options }))
        {
            var running = new Stopwatch();
            for (var round = 0; round <= rounds; round++)
            {
                plain.Add(await ActorRate.SecondsPerStepAsync(without, spec));
                running.Start();
                saved.Add(await ActorRate.SecondsPerStepAsync(with, spec));
                running.Stop();
            }
            var (pieces, copying, writing, waiting) = with.Checkpoints!.Writer.Cost;
            cost = $"{pieces} | {copying / running.Elapsed:P2} | {(copying + writing) / running.Elapsed:P2} "
                + $"| {waiting / running.Elapsed:P2}";
        }
        // the first round warms up
        var ratio = Spread.Of(saved[1..].Zip(plain[1..], (one, other) => one / other));
        Console.WriteLine(
            $"| {spec.Network.Particles:#,0} | {ratio.Text("F2")} | {cost} | {Whole(spec, options, rounds)} |");
        Directory.Delete(place, recursive: true);
    }

    private static string Whole(ExperimentSpec spec, CheckpointOptions options, int rounds)
    {
        var model = Experiment.Create(spec).Model;
        var leaves = new LeafRange(0, model.Leaves);
        using var block = model.CreateBlock(leaves);
        block.Replay(new double[8]);
        var store = new CheckpointStore(options, TimeProvider.System, NullLoggerFactory.Instance);
        var memory = new byte[model.Bytes(leaves)];
        List<double> copied = [], written = [], read = [];
        for (var round = 0; round <= rounds; round++)
        {
            copied.Add(Rate(memory.Length, () => block.Save(leaves, memory)));
            using var checkpoints = store.Of("benchmark-checkpoints", model, leaves);
            written.Add(Rate(memory.Length, () => checkpoints.HandOver(block, TimeSpan.MaxValue)));
            using var restored = model.CreateBlock(leaves);
            read.Add(Rate(memory.Length, () => checkpoints.Restore(restored, model.Steps)));
        }
        return string.Join(
            " | ", new[] { copied, written, read }.Select(rates => Spread.Of(rates[1..]).Text("F2")));
    }

    private static double Rate(long bytes, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return bytes / 1e9 / watch.Elapsed.TotalSeconds;
    }
}
