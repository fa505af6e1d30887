using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MeanField.Benchmarks.Failover;

/// <summary>Whether members give each other up when every core is busy: they must not.</summary>
internal static class FalseAlarmBenchmark
{
    private const int HogsPerCore = 2;

    public static async Task RunAsync(TimeSpan duration)
    {
        await using var cluster = await FailoverCluster.StartAsync();
        var hogs = Environment.ProcessorCount * HogsPerCore;
        var before = cluster.Watch.Step;
        var busy = Enumerable.Range(0, hogs).Select(_ => Hog()).ToList();
        try
        {
            await Task.Delay(duration);
        }
        finally
        {
            busy.ForEach(hog => hog.Dispose());
        }
        await cluster.UntilGoingOnAsync();
        Console.WriteLine($"## {hogs} busy processes beside a run on {cluster.Members.Count} members for {duration}\n");
        Console.WriteLine($"{Count(cluster, "is lost")} members given up, {Count(cluster, "does not answer")} times one "
            + $"out of sight of another for a moment, {cluster.Watch.Step - before:N0} steps, longest pause "
            + $"{cluster.Watch.LongestPause.TotalSeconds:F2} s\n");
    }

    /// <summary>How often members have said so of others.</summary>
    private static int Count(FailoverCluster cluster, string alarm) =>
        cluster.Members.Sum(member => Regex.Count(member.Process.Error.ToString(), Regex.Escape(alarm)));

    private static Hog Hog() => new(Process.Start("sh", ["-c", "while :; do :; done"]));
}

/// <summary>A process that takes all that it gets of a core.</summary>
internal sealed class Hog(Process process) : IDisposable
{
    private readonly IDisposable _will = LastWill.Add($"kill -9 {process.Id}");

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        _will.Dispose();
    }
}
