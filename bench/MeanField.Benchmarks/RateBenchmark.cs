using MeanField.Actors;
using MeanField.Benchmarks.Reports;
using MeanField.Benchmarks.Workloads;

namespace MeanField.Benchmarks;

/// <summary>
/// The paper's size, N = 800 and d = 40: what a step costs when there is little to compute.
/// </summary>
internal static class RateBenchmark
{
    private const long Steps = 400_000;

    public static async Task RunAsync(int rounds)
    {
        await using var engine = await ActorEngine.StartAsync();
        List<double> serial = [], one = [], two = [];
        for (var round = 0; round <= rounds; round++)
        {
            var spec = PaperLaw.Of(800, 40, Steps);
            serial.Add(SerialRate.StepsPerSecond(spec));
            one.Add(1 / await ActorRate.SecondsPerStepAsync(engine, spec, 1));
            two.Add(1 / await ActorRate.SecondsPerStepAsync(engine, spec, 2));
        }
        Console.WriteLine("## N = 800, d = 40, double: steps per second, median (range)\n");
        Console.WriteLine("| engine | steps/s | of serial |");
        Console.WriteLine("|---|---|---|");
        // the first round warms up
        Row("serial", serial[1..], serial[1..]);
        Row("actors, 1 shard", one[1..], serial[1..]);
        Row("actors, 2 shards", two[1..], serial[1..]);
    }

    private static void Row(string name, List<double> rates, List<double> serial)
    {
        var ratio = Spread.Of(rates.Zip(serial, (rate, reference) => rate / reference));
        Console.WriteLine($"| {name} | {Spread.Of(rates).Text("N0")} | {ratio.Text("F2")} |");
    }
}
