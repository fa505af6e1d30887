using System.Diagnostics;
using System.Globalization;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Dynamics;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Contest;

/// <summary>
/// This program's own entry: the kernel on plain threads, as the serial engine runs it on one.
/// </summary>
internal static class Contestant
{
    /// <summary>Residuals that are printed for the others to agree with.</summary>
    private const int MostResiduals = 1000;

    /// <summary>Prints one line of JSON: steps, seconds, peak bytes, the first residuals.</summary>
    public static void Run(Cell cell, Precision precision, int threads, double seconds)
    {
        var spec = cell.Spec(precision);
        var piece = Math.Max(1, spec.Compute.Window);
        var run = new ThreadedKernel(Experiment.Create(spec).Model, threads) { KeptSignals = MostResiduals };
        // two windows at least, and long enough for the compiler's second thoughts
        run.For(new RunLength(Math.Max(64, 2 * piece), piece, Math.Min(1, 2 * seconds)));
        var busy = Environment.CpuUsage.TotalTime;
        var timed = run.For(new RunLength(piece, piece, seconds));
        var processor = (Environment.CpuUsage.TotalTime - busy).TotalSeconds;
        run.Dispose();
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var residuals = string.Join(',', run.Signals.Select(r => r.ToString("R", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"steps\":{timed.Steps},\"seconds\":{timed.Seconds},\"processor\":{processor},")
            + string.Create(CultureInfo.InvariantCulture, $"\"peak\":{peak},\"residuals\":[{residuals}]}}"));
    }
}
