using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Processes;

/// <summary>What the program measured of itself, as a process with workers of its own.</summary>
/// <param name="SecondsPerStep">Time spent stepping over steps, as the run directory tells it.</param>
/// <param name="WallSeconds">From the run's start to its end.</param>
/// <param name="PeakBytes">The largest sum of resident memory over all its processes, as seen every 100 ms.</param>
/// <param name="FinalStateHash">Of the final particles.</param>
internal sealed record ClusterRun(double SecondsPerStep, double WallSeconds, long PeakBytes, string FinalStateHash)
{
    private static readonly string Experiment =
        Path.Combine(AppContext.BaseDirectory, "experiments", "isotropic-gaussians.json");

    /// <summary>Runs <c>meanfield run --nodes</c> on the paper's law, measuring only at the start and at the end.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static async Task<ClusterRun> MeasureAsync(
        long particles, int dimension, long steps, int nodes, CommunicationSpec? communication = null)
    {
        var directory = Directory.CreateTempSubdirectory("meanfield-scaling-");
        try
        {
            var arguments = Arguments(particles, dimension, steps, nodes, directory.FullName);
            return await RunAsync([.. arguments, .. Strategy(communication)], steps);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Arguments(
        long particles, int dimension, long steps, int nodes, string directory)
    {
        var horizon = (steps * 1e-6).ToString("R", CultureInfo.InvariantCulture);
        return
        [
            Path.Combine(AppContext.BaseDirectory, "meanfield.dll"), "run", Experiment, "--json",
            "--out", directory, "--nodes", $"{nodes}",
            "--set", $"network.particles={particles}", "--set", $"data.dimension={dimension}",
            "--set", "training.stepSize=1e-6", "--set", $"training.horizon={horizon}",
            "--set", "observe.times=[0]", "--set", "observe.testSamples=100", "--set", "observe.track=0",
        ];
    }

    private static IEnumerable<string> Strategy(CommunicationSpec? communication) =>
        communication is LookAheadCommunication ahead
            ? ["--set", "communication.strategy=lookAhead", "--set", $"communication.window={ahead.Window}"]
            : [];

    private static async Task<ClusterRun> RunAsync(IEnumerable<string> arguments, long steps)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(100))
            peak = Math.Max(peak, ProcessTree.ResidentBytes(process.Id));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"exit code {process.ExitCode}: {await error}");
        var result = JsonNode.Parse(await output)!;
        return new(
            result["timing"]!["stepSeconds"]!.GetValue<double>() / steps,
            result["timing"]!["wallSeconds"]!.GetValue<double>(),
            peak,
            result["finalStateHash"]!.GetValue<string>());
    }
}
