using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks;

/// <summary>
/// What a normal number costs on one core, and what noise adds to a step against drawing a normal per
/// coordinate and step.
/// </summary>
internal static class NoiseBenchmark
{
    private const int Particles = 2048;

    public static void Run(int rounds)
    {
        Console.WriteLine("## Noise on one core: nanoseconds of processor time, median (range)\n");
        Console.WriteLine(
            "| precision | d | window | a normal | step | noisy step | noise | drawing all | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var precision in (Precision[])[Precision.Double, Precision.Single])
            foreach (var (dimension, window) in ((int, int)[])[(40, 8), (40, 16), (320, 32)])
                Row(precision, dimension, window, rounds);
    }

    private static void Row(Precision precision, int dimension, int window, int rounds)
    {
        List<double> normals = [], quiet = [], noisy = [];
        for (var round = 0; round <= rounds; round++)
        {
            var spec = PaperLaw.Of(Particles, dimension, 20_000_000 / Particles / dimension + 256) with
            {
                Compute = new() { Precision = precision, Window = window },
            };
            normals.Add(precision == Precision.Double ? NormalCost.Nanoseconds<double>(dimension) : NormalCost.Nanoseconds<float>(dimension));
            quiet.Add(BlockSteps.NanosecondsPerParticle(spec));
            noisy.Add(BlockSteps.NanosecondsPerParticle(
                spec with { Training = spec.Training with { InverseTemperature = 1e6 } }));
        }
        var noise = noisy.Zip(quiet, (with, without) => with - without).ToList();
        var all = normals.Select(normal => normal * dimension).ToList();
        var ratio = all.Zip(noise, (a, b) => a / b);
        Console.WriteLine(
            $"| {precision} | {dimension} | {window} | {Of(normals)} | {Of(quiet)} | {Of(noisy)} | {Of(noise)} "
            + $"| {Of(all)} | {Of(ratio)} |");
    }

    // the first round warms up
    private static string Of(IEnumerable<double> values) => Spread.Of(values.Skip(1)).Text("F2");
}
