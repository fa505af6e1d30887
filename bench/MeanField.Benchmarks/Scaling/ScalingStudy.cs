using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MeanField.Benchmarks.Workloads;
using MeanField.Protocol;

namespace MeanField.Benchmarks.Scaling;

/// <summary>
/// What a step costs against N, d, batch, shards and processes; prices of its parts; what they say of steps that they
/// were not made from, and of clusters that nobody has.
/// </summary>
internal sealed class ScalingStudy(StudyGrid grid, string directory)
{
    /// <summary>Residuals that are compared: as many as the shortest run has.</summary>
    private const int ComparedSteps = 64;

    public async Task RunAsync()
    {
        Directory.CreateDirectory(directory);
        var table = new StudyTable(Path.Combine(directory, $"{grid.Name}.csv"));
        for (var round = 0; round < grid.Rounds; round++)
            foreach (var cells in grid.Cells.GroupBy(cell => cell.Processes))
                await MeasureAsync([.. cells.Where(cell => !table.Has(cell, round))], round, table);
        if (table.Disagreements().ToList() is { Count: > 0 } sizes)
            throw new InvalidOperationException($"Residuals differ between spreads for {string.Join("; ", sizes)}.");
        var text = StudyText.Of(table, grid);
        await File.WriteAllTextAsync(Path.Combine(directory, $"{grid.Name}.md"), text);
        Console.WriteLine(text);
        StudyFigures.Write(table, directory);
    }

    private async Task MeasureAsync(StudyCell[] cells, int round, StudyTable table)
    {
        if (cells.Length == 0)
            return;
        await using var cluster = await StudyCluster.StartAsync(cells[0].Processes, cells[0].ThreadsOfEach);
        // places the shards, compiles, opens connections
        await cluster.MeasureAsync(cells[0] with { Shards = StudyGrid.MostShards }, grid.SecondsPerCell);
        foreach (var cell in cells)
        {
            var row = Row(cell, round, await cluster.MeasureAsync(cell, grid.SecondsPerCell));
            if (row.RemoteMessages < 2 * (cell.Processes - 1) - 0.5)
                throw new InvalidOperationException($"{cell}: not every process had a share.");
            table.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{cell.Name}, round {round + 1}: {1e6 * row.SecondsPerStep:G4} µs/step, load {row.Load}"));
        }
    }

    private static StudyRow Row(StudyCell cell, int round, ActorTiming timing)
    {
        var steps = timing.Report.Steps;
        var remote = timing.Report.Ledger.Entries()
            .Where(entry => entry is { Link: TrafficLink.Remote, Direction: TrafficDirection.Sent }
                && entry.Kind is TrafficKind.StepSignal or TrafficKind.StepSummary)
            .ToList();
        var first = timing.Signals.Take(ComparedSteps * cell.Batch).ToArray();
        var digest = SHA256.HashData(MemoryMarshal.AsBytes<double>(first));
        return new(
            cell,
            round,
            steps,
            timing.SecondsPerStep,
            remote.Sum(entry => entry.Messages) / (double)steps,
            remote.Sum(entry => entry.PayloadBytes) / (double)steps,
            Convert.ToHexStringLower(digest)[..12],
            Load());
    }

    private static double Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
        : double.NaN;
}
