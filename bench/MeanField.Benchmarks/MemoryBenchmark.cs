using System.Diagnostics;
using MeanField.Actors;
using MeanField.Benchmarks.Workloads;

namespace MeanField.Benchmarks;

/// <summary>
/// Peak memory of a run through actors that saves its particles all the time, against the law 1.15 (N·D +
/// N·window) numbers + 200 MB.
/// </summary>
internal static class MemoryBenchmark
{
    private const long Particles = 4_000_000;
    private const int Dimension = 40;

    public static async Task RunAsync()
    {
        var spec = PaperLaw.Of(Particles, Dimension, 32);
        var place = Directory.CreateTempSubdirectory("meanfield-bench-").FullName;
        var options = new ActorEngineOptions
        {
            Checkpoints = new() { Directory = place, Interval = TimeSpan.Zero, Share = 1 },
        };
        await using (var engine = await ActorEngine.StartAsync(options))
            await engine.RunAsync(spec, new(), _ => ValueTask.CompletedTask);
        Directory.Delete(place, recursive: true);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        var law = 1.15 * (Particles * Dimension + Particles * spec.Compute.Window) * sizeof(double) / 1e6 + 200;
        Console.WriteLine($"\n## Peak memory, N = {Particles}, d = {Dimension}, double\n");
        Console.WriteLine("| peak working set (MB) | law (MB) |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| {peak:F0} | {law:F0} |");
    }
}
