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

    private const int MostClusters = 5;

    public async Task MeasureAsync()
    {
        var table = Open();
        for (var round = 0; round < grid.Rounds; round++)
            foreach (var cells in grid.Cells.GroupBy(cell => cell.Processes))
                await MeasureAsync(new(cells.Where(cell => !table.Has(cell, round))), round, table);
    }

    /// <summary>Of whole rounds of cells, however many there are.</summary>
    public async Task ReportAsync()
    {
        var table = Open();
        if (table.Disagreements().ToList() is { Count: > 0 } sizes)
            throw new InvalidOperationException($"Residuals differ between spreads for {string.Join("; ", sizes)}.");
        var text = StudyText.Of(table, grid.Name);
        await File.WriteAllTextAsync(Path.Combine(directory, $"{grid.Name}.md"), text);
        Console.WriteLine(text);
        StudyFigures.Write(table, directory);
    }

    /// <summary>A cluster that has lost a member, or is not spread evenly, is replaced by another.</summary>
    private async Task MeasureAsync(Queue<StudyCell> cells, int round, StudyTable table)
    {
        for (var clusters = 0; cells.Count > 0; clusters++)
        {
            if (clusters == MostClusters)
                throw new InvalidOperationException($"{cells.Peek().Name}: not every process had a share.");
            var (processes, threads) = (cells.Peek().Processes, cells.Peek().ThreadsOfEach);
            await using var cluster = await StudyCluster.StartAsync(processes, threads);
            // places the shards, compiles, opens connections
            await cluster.MeasureAsync(cells.Peek() with { Shards = StudyGrid.MostShards }, grid.SecondsPerCell);
            while (cells.TryPeek(out var cell))
            {
                var row = Row(cell, round, await cluster.MeasureAsync(cell, grid.SecondsPerCell));
                if (row.RemoteMessages < 2 * (processes - 1) - 0.5)
                    break;
                table.Add(row);
                cells.Dequeue();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{cell.Name}, round {round + 1}: {1e6 * row.SecondsPerStep:G4} µs/step, load {row.Load}"));
            }
        }
    }

    private StudyTable Open()
    {
        Directory.CreateDirectory(directory);
        return new StudyTable(Path.Combine(directory, $"{grid.Name}.csv"));
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
