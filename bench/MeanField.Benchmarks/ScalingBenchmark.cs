using System.Globalization;
using MeanField.Benchmarks.Processes;
using MeanField.Benchmarks.Reports;

namespace MeanField.Benchmarks;

/// <summary>
/// What a step costs for N = 10⁴ … 2·10⁷ particles in d = 20 over 1, 2 and 4 processes of this machine, whether all
/// of them end in the same state, and what memory they take against the law.
/// </summary>
internal static class ScalingBenchmark
{
    private const int Dimension = 20;
    private static readonly long[] Sizes = [10_000, 100_000, 1_000_000, 5_000_000, 20_000_000];
    private static readonly int[] Nodes = [1, 2, 4];

    public static async Task RunAsync(int rounds, string output)
    {
        var cells = new List<ScalingCell>();
        foreach (var particles in Sizes)
        {
            // the largest take a minute each: once suffices for what is read off them
            var repeats = particles > 1_000_000 ? 1 : rounds;
            cells.AddRange(await MeasureAsync(particles, repeats));
        }
        Directory.CreateDirectory(output);
        await File.WriteAllLinesAsync(Path.Combine(output, "scaling.csv"), Csv(cells));
        ScalingFigure.Write(cells, output);
        Print(cells);
    }

    private static async Task<IEnumerable<ScalingCell>> MeasureAsync(long particles, int repeats)
    {
        var steps = Math.Clamp(400_000_000 / particles, 48, 20_000) / 8 * 8;
        var runs = Nodes.ToDictionary(nodes => nodes, _ => new List<ClusterRun>());
        // in turn, so that a busy minute of the machine falls on all of them
        for (var round = 0; round < repeats; round++)
            foreach (var nodes in Nodes)
                runs[nodes].Add(await ClusterRun.MeasureAsync(particles, Dimension, steps, nodes));
        var hash = runs[1][0].FinalStateHash;
        return Nodes.Select(nodes => new ScalingCell(
            particles,
            nodes,
            steps,
            Spread.Of(runs[nodes].Select(run => 1e3 * run.SecondsPerStep)),
            runs[nodes].Max(run => run.PeakBytes) / 1e6,
            LawMegabytes(particles),
            runs[nodes].TrueForAll(run => run.FinalStateHash == hash)));
    }

    /// <summary>1.15 (N·D + N·window) numbers + 200 MB.</summary>
    private static double LawMegabytes(long particles) =>
        1.15 * (particles * Dimension + particles * 8) * sizeof(double) / 1e6 + 200;

    private static void Print(List<ScalingCell> cells)
    {
        Console.WriteLine($"\n## d = {Dimension}, double: milliseconds per step, median (range)\n");
        Console.WriteLine("| N | processes | steps | ms/step | memory (MB) | law (MB) | same state |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var cell in cells)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {cell.Particles:N0} | {cell.Nodes} | {cell.Steps:N0} | {cell.Milliseconds.Text("G3")} | "
                + $"{cell.Megabytes:N0} | {cell.LawMegabytes:N0} | {(cell.SameState ? "yes" : "NO")} |"));
        }
    }

    private static IEnumerable<string> Csv(List<ScalingCell> cells) => cells
        .Select(cell => string.Create(CultureInfo.InvariantCulture,
            $"{cell.Particles},{Dimension},{cell.Nodes},{cell.Steps},{cell.Milliseconds.Median},"
            + $"{cell.Milliseconds.Least},{cell.Milliseconds.Most},{cell.Megabytes},{cell.SameState}"))
        .Prepend("particles,dimension,processes,steps,millisecondsPerStep,least,most,megabytes,sameState");
}

/// <summary>One size on so many processes.</summary>
internal sealed record ScalingCell(
    long Particles, int Nodes, long Steps, Spread Milliseconds, double Megabytes, double LawMegabytes, bool SameState);
