using System.Diagnostics;
using MeanField.Benchmarks.Processes;
using MeanField.Benchmarks.Reports;

namespace MeanField.Benchmarks.Rounds;

/// <summary>What round trips cost the process that begins them.</summary>
/// <param name="Microseconds">On the clock.</param>
/// <param name="CpuMicroseconds">Of processor time, all threads.</param>
/// <param name="Bytes">Allocated.</param>
/// <param name="Waits">Threads that went to sleep, to be woken for what came next.</param>
internal readonly record struct RoundCost(double Microseconds, double CpuMicroseconds, double Bytes, double Waits)
{
    public static async Task<RoundCost> OfAsync(long rounds, Func<Task> work)
    {
        var (cpu, bytes, waits) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Sleeps());
        var watch = Stopwatch.StartNew();
        await work();
        return new(
            watch.Elapsed.TotalMicroseconds / rounds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / rounds,
            (GC.GetTotalAllocatedBytes() - bytes) / (double)rounds,
            (Sleeps() - waits) / (double)rounds);
    }

    /// <summary>Medians and ranges as cells of a table.</summary>
    public static string Cells(IReadOnlyCollection<RoundCost> costs) => string.Join(" | ",
        Spread.Of(costs.Select(cost => cost.Microseconds)).Text("N1"),
        Spread.Of(costs.Select(cost => cost.CpuMicroseconds)).Text("N1"),
        Spread.Of(costs.Select(cost => cost.Bytes)).Text("N0"),
        Spread.Of(costs.Select(cost => cost.Waits)).Text("N1"));

    /// <summary>Voluntary context switches of all threads, as Linux counts them.</summary>
    private static long Sleeps() => Directory.EnumerateDirectories("/proc/self/task")
        .Sum(thread => ProcessTree.Number(Path.Combine(thread, "status"), "voluntary_ctxt_switches:"));
}
