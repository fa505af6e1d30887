using System.Diagnostics;

namespace MeanField.Benchmarks.Failover;

/// <summary>Whether members give each other up when every core is busy: they must not.</summary>
internal static class FalseAlarmBenchmark
{
    private const int HogsPerCore = 2;

    /// <summary>What a member says of another that it has lost sight of.</summary>
    private static readonly string[] Alarms = ["does not answer", "is lost"];

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
        var alarms = cluster.Members.Sum(member => Alarms.Count(member.Process.Error.ToString().Contains));
        Console.WriteLine($"## {hogs} busy processes beside a run on {cluster.Members.Count} members for {duration}\n");
        Console.WriteLine($"{alarms} false alarms, {cluster.Watch.Step - before:N0} steps, longest pause "
            + $"{cluster.Watch.LongestPause.TotalSeconds:F2} s\n");
    }

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
