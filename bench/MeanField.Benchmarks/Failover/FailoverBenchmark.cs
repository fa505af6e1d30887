using MeanField.Benchmarks.Reports;
using MeanField.Resilience.Tests.Trials;

namespace MeanField.Benchmarks.Failover;

/// <summary>How long a run stands still when members die, leave and join, at default settings.</summary>
internal static class FailoverBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        List<double> worker = [], coordinator = [], join = [], share = [], leave = [];
        for (var round = 1; round <= rounds; round++)
        {
            await using var cluster = await FailoverCluster.StartAsync();
            worker.Add(await cluster.PauseAsync(() => Kill(cluster.Worker)));
            join.Add(await cluster.PauseAsync(async () => share.Add(await cluster.JoinAsync(cluster.Worker))));
            leave.Add(await cluster.PauseAsync(() => LeaveAsync(cluster.Worker)));
            coordinator.Add(await cluster.PauseAsync(() => Kill(cluster.Coordinator)));
            Console.Error.WriteLine($"round {round}: worker killed {worker[^1]:F2}, joined {join[^1]:F2}, "
                + $"left {leave[^1]:F2}, coordinator killed {coordinator[^1]:F2} s");
        }
        Console.WriteLine($"## 5 processes on loopback, N = 4,000, d = 40: seconds, median (range) of {rounds}\n");
        Console.WriteLine("| what happens | the run stands still for |");
        Console.WriteLine("|---|---|");
        Row("`kill -9` of a worker", worker);
        Row("`kill -9` of the member that holds the coordinator", coordinator);
        Row("a worker leaves (SIGTERM)", leave);
        Row("a worker joins", join);
        Console.WriteLine($"\nA new process holds its share after {Spread.Of(share).Text("F1")} s.\n");
    }

    private static void Row(string what, List<double> seconds) =>
        Console.WriteLine($"| {what} | {Spread.Of(seconds).Text("F2")} |");

    private static Task Kill(TrialNode node)
    {
        node.Process.Kill();
        return Task.CompletedTask;
    }

    private static async Task LeaveAsync(TrialNode node)
    {
        node.Process.Terminate();
        var ending = await node.Process.EndAsync();
        if (ending.ExitCode != 0)
            throw new InvalidOperationException($"a member that was told to leave did not do well\n{ending}");
    }
}
