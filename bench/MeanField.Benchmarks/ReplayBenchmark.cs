using MeanField.Actors;
using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks;

/// <summary>How fast particles are rebuilt from the residuals, against how fast they were computed.</summary>
internal static class ReplayBenchmark
{
    private const int Dimension = 40;

    private static readonly (long Particles, long Steps)[] Sizes =
        [(800, 80_000), (100_000, 2_000), (1_000_000, 96)];

    public static async Task RunAsync(int rounds)
    {
        ReplayParts.Run(rounds);
        await using var engine = await ActorEngine.StartAsync();
        Console.WriteLine("\n## Replay: microseconds per step, median (range), and how many times as fast as live\n");
        Console.WriteLine("| particles | live | serial, live | serial, replay | × | actors, live | actors, replay | × |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (particles, steps) in Sizes)
        {
            foreach (var precision in Enum.GetValues<Precision>())
                foreach (var noisy in (bool[])[false, true])
                {
                    var spec = PaperLaw.Of(particles, Dimension, noisy ? steps / 4 : steps, precision);
                    if (noisy)
                        spec = spec with { Training = spec.Training with { InverseTemperature = 1e4 } };
                    await CompareAsync(engine, spec, rounds);
                }
        }
    }

    private static async Task CompareAsync(ActorEngine engine, ExperimentSpec spec, int rounds)
    {
        List<double> live = [], replay = [], actorsLive = [], actorsReplay = [];
        for (var round = 0; round <= rounds; round++)
        {
            var signals = new double[spec.Training.Steps];
            live.Add(1e6 * BlockRate.LiveSeconds(spec, signals));
            replay.Add(1e6 * BlockRate.ReplaySeconds(spec, signals));
            actorsLive.Add(1e6 * await ActorRate.SecondsPerStepAsync(engine, spec));
            actorsReplay.Add(1e6 * await ActorRate.ReplaySecondsPerStepAsync(engine, spec, signals));
        }
        // the first round warms up
        var (one, two) = (Row(live[1..], replay[1..]), Row(actorsLive[1..], actorsReplay[1..]));
        var noise = spec.Training.InverseTemperature is null ? "" : ", noise";
        Console.WriteLine(
            $"| {spec.Network.Particles:#,0} | {spec.Compute.Precision}{noise} | {one} | {two} |");
    }

    private static string Row(List<double> live, List<double> replay)
    {
        var ratio = Spread.Of(live.Zip(replay, (slow, fast) => slow / fast));
        return $"{Spread.Of(live).Text("N1")} | {Spread.Of(replay).Text("N1")} | {ratio.Text("F1")}";
    }
}
