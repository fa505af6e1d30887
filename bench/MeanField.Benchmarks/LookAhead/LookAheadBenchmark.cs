using System.Globalization;
using MeanField.Benchmarks.Processes;
using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.LookAhead;

/// <summary>
/// What one round for s steps brings over one a step: between members 5 ms apart, and between two processes on
/// loopback.
/// </summary>
internal static class LookAheadBenchmark
{
    private const int Dimension = 40;
    private const int DistantParticles = 2000;
    private const int NearParticles = 10_000;
    private const int NearSteps = 6400;
    private const int ShortRounds = 20;
    private const int LongRounds = 220;
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(5);

    /// <summary>0: exact.</summary>
    private static readonly int[] Windows = [0, 8, 16, 32, 64];

    public static async Task RunAsync(int rounds)
    {
        await using (var pair = await DistantPair.StartAsync(Delay))
            await CompareAsync(
                $"two members {Delay.TotalMilliseconds:0} ms apart, N = {DistantParticles:N0}", rounds,
                window => DistantAsync(pair, window));
        await CompareAsync($"two processes on loopback, N = {NearParticles:N0}", rounds, NearAsync);
    }

    private static async Task CompareAsync(string place, int rounds, Func<int, Task<double>> secondsPerStep)
    {
        var rates = Windows.ToDictionary(window => window, _ => new List<double>());
        // in turn, so that a busy minute of the machine falls on all of them; the first round warms up
        for (var round = 0; round <= rounds; round++)
            foreach (var window in Windows)
                rates[window].Add(1 / await secondsPerStep(window));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n## {place}, d = {Dimension}, double: steps per second, median (range)\n"));
        Console.WriteLine("| strategy | steps/s | of exact | of exact, over s |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var window in Windows)
            Row(window, rates[window][1..], rates[0][1..]);
    }

    private static void Row(int window, List<double> rates, List<double> exact)
    {
        var gain = rates.Zip(exact, (rate, reference) => rate / reference).ToList();
        var share = Spread.Of(gain.Select(ratio => ratio / Math.Max(1, window))).Text("F2");
        Console.WriteLine($"| {(window == 0 ? "exact" : $"s = {window}")} | {Spread.Of(rates).Text("N0")} "
            + $"| {Spread.Of(gain).Text("F1")} | {share} |");
    }

    private static Task<double> DistantAsync(DistantPair pair, int window)
    {
        var steps = Math.Max(1, window);
        return pair.SecondsPerStepAsync(
            length => PaperLaw.Of(DistantParticles, Dimension, length) with { Communication = Strategy(window) },
            ShortRounds * steps,
            LongRounds * steps);
    }

    private static async Task<double> NearAsync(int window) =>
        (await ClusterRun.MeasureAsync(NearParticles, Dimension, NearSteps, nodes: 2, Strategy(window))).SecondsPerStep;

    private static CommunicationSpec Strategy(int window) =>
        window == 0 ? new ExactCommunication() : new LookAheadCommunication(window);
}
