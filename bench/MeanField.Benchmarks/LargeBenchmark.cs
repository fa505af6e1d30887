using MeanField.Actors;
using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks;

/// <summary>
/// N = 10⁶, d = 40: actors against the same kernel on plain threads, and both against one pass over the
/// particles.
/// </summary>
internal static class LargeBenchmark
{
    private const long Particles = 1_000_000;
    private const int Dimension = 40;
    private const long Steps = 160;

    public static async Task RunAsync(int rounds)
    {
        var threads = Environment.ProcessorCount;
        await using var engine = await ActorEngine.StartAsync();
        List<double> kernel = [], actors = [], floor = [];
        for (var round = 0; round <= rounds; round++)
        {
            var spec = PaperLaw.Of(Particles, Dimension, Steps);
            kernel.Add(1e3 * Kernel(spec, threads));
            actors.Add(1e3 * await ActorRate.SecondsPerStepAsync(engine, spec));
            floor.Add(1e3 * MemoryFloor.SecondsPerPass(Particles * Dimension, threads, 8));
        }
        Console.WriteLine($"\n## N = 10⁶, d = 40, double, {threads} threads: milliseconds per step, median (range)\n");
        Console.WriteLine("| what | ms/step | of the kernel |");
        Console.WriteLine("|---|---|---|");
        Row("kernel on threads, no actors", kernel[1..], kernel[1..]);
        Row("actors", actors[1..], kernel[1..]);
        Row("one read and write of all particles", floor[1..], kernel[1..]);
    }

    private static double Kernel(ExperimentSpec spec, int threads)
    {
        using var kernel = new ThreadedKernel(Experiment.Create(spec).Model, threads);
        kernel.For(new RunLength(16, 8, 0));
        return kernel.For(new RunLength(Steps - 16, 8, 0)).SecondsPerStep;
    }

    private static void Row(string name, List<double> times, List<double> kernel)
    {
        var ratio = Spread.Of(times.Zip(kernel, (time, reference) => time / reference));
        Console.WriteLine($"| {name} | {Spread.Of(times).Text("F2")} | {ratio.Text("F2")} |");
    }
}
