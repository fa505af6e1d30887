using Akka.Actor;
using MeanField.Benchmarks.Scaling;
using MeanField.Benchmarks.Workloads;
using MeanField.Core.Specification;

namespace MeanField.Benchmarks.Rounds;

/// <summary>
/// A round alone, with next to nothing to compute, in one process and over two; beside it the same payload by bare
/// Akka.Remote and by a bare socket.
/// </summary>
internal static class RoundsBenchmark
{
    /// <summary>As long as the question of a round is, and about as long as an answer.</summary>
    private const int PayloadBytes = 72;

    private const int Local = 400_000;
    private const int Remote = 20_000;

    private static readonly Dictionary<string, List<RoundCost>> Costs = [];

    public static async Task RunAsync(int rounds)
    {
        await using var alone = await StudyCluster.StartAsync(1, Environment.ProcessorCount);
        await using var two = await StudyCluster.StartAsync(2, Math.Max(1, Environment.ProcessorCount / 2));
        using var batching = EchoProcess.Start(batching: true);
        using var plain = EchoProcess.Start(batching: false);
        using var withBatching = ActorSystem.Create("ping", EchoProcess.Remoting(batching: true));
        using var without = ActorSystem.Create("ping", EchoProcess.Remoting(batching: false));
        var payload = new byte[PayloadBytes];
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var shards in (int[])[1, 2, 8])
                Note($"a round, 1 process, {shards} {(shards == 1 ? "shard" : "shards")}", await RunsAsync(alone, shards, Local));
            Note("a round, 2 processes, 2 shards", await RunsAsync(two, 2, Remote));
            Note("bare socket", await PingPong.SocketAsync(batching, payload, Remote));
            Note("bare Akka.Remote", await PingPong.AkkaAsync(withBatching, batching, payload, Remote));
            Note("bare Akka.Remote, writes not batched", await PingPong.AkkaAsync(without, plain, payload, Remote));
        }
        Console.WriteLine("\n## Rounds: of one, median (range)\n");
        Console.WriteLine("| what | µs | µs of processor time here | bytes allocated here | threads woken here |");
        Console.WriteLine("|---|---|---|---|---|");
        // the first round warms up
        foreach (var (what, costs) in Costs)
            Console.WriteLine($"| {what} | {RoundCost.Cells(costs[1..])} |");
    }

    private static void Note(string what, RoundCost cost)
    {
        if (!Costs.TryGetValue(what, out var costs))
            Costs[what] = costs = [];
        costs.Add(cost);
    }

    /// <summary>A leaf of 32 a shard, one coordinate each; the clock leaves a run's beginning and end out.</summary>
    private static async Task<RoundCost> RunsAsync(StudyCluster cluster, int shards, int steps)
    {
        const int leaf = 32;
        var spec = PaperLaw.Of(leaf * shards, 1, steps) with { Compute = new ComputeSpec { Leaf = leaf } };
        var seconds = 0.0;
        var cost = await RoundCost.OfAsync(
            steps, async () => seconds = (await cluster.MeasureAsync(spec, shards)).SecondsPerStep);
        return cost with { Microseconds = 1e6 * seconds };
    }
}
