using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks;

/// <summary>
/// How a step's cost depends on the length of the window: what the default of compute.window rests on.
/// </summary>
internal static class WindowBenchmark
{
    private static readonly int[] Windows = [4, 8, 16, 32, 64];

    public static void Run(int rounds)
    {
        Console.WriteLine("## Nanoseconds of one core per particle and step, median (range), for windows of s samples\n");
        Console.WriteLine($"| precision | d | N | {string.Join(" | ", Windows.Select(s => $"s = {s}"))} |");
        Console.WriteLine($"|---|---|---|{string.Concat(Windows.Select(_ => "---|"))}");
        foreach (var precision in (Precision[])[Precision.Double, Precision.Single])
            foreach (var dimension in (int[])[10, 40, 320])
                foreach (var particles in (long[])[800, 4_000_000 / dimension])
                    Row(precision, dimension, particles, rounds);
    }

    private static void Row(Precision precision, int dimension, long particles, int rounds)
    {
        var times = Windows.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < Windows.Length; i++)
            {
                var steps = BlockSteps.WarmUp + 64 * (1 + 10_000_000 / particles / dimension / 64);
                var spec = PaperLaw.Of(particles, dimension, steps) with
                {
                    Compute = new() { Precision = precision, Window = Windows[i] },
                };
                times[i].Add(BlockSteps.NanosecondsPerParticle(spec));
            }
        }
        // the first round warms up
        var cells = string.Join(" | ", times.Select(values => Spread.Of(values[1..]).Text("F2")));
        Console.WriteLine($"| {precision} | {dimension} | {particles} | {cells} |");
    }
}
