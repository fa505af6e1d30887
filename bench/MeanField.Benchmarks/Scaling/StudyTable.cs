using System.Globalization;
using MeanField.Lab.Studies.Scaling;

namespace MeanField.Benchmarks.Scaling;

/// <summary>What a cell took in one round.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Round">Counted from 0.</param>
/// <param name="Steps">Measured, the first ones left out.</param>
/// <param name="SecondsPerStep">Of them.</param>
/// <param name="RemoteMessages">Of a step, to and from other processes.</param>
/// <param name="RemoteBytes">Of their payloads.</param>
/// <param name="Signals">A digest of the first residuals: the same for a size, however it is spread.</param>
/// <param name="Load">Of the machine, over the minute before: threads that ran or wanted to.</param>
internal sealed record StudyRow(
    StudyCell Cell, int Round, long Steps, double SecondsPerStep, double RemoteMessages, double RemoteBytes,
    string Signals, double Load);

/// <summary>Rows on disk, written as they come: a study that was broken off goes on behind the last.</summary>
internal sealed class StudyTable
{
    private const string Header =
        "particles,dimension,batch,processes,shards,round,steps,secondsPerStep,remoteMessagesPerStep,"
        + "remoteBytesPerStep,signals,load";

    private readonly string _path;
    private readonly List<StudyRow> _rows = [];

    public StudyTable(string path)
    {
        _path = path;
        if (File.Exists(path))
            _rows.AddRange(File.ReadLines(path).Skip(1).Select(Read));
        else
            File.WriteAllText(path, Header + "\n");
    }

    public IReadOnlyList<StudyRow> Rows => _rows;

    public bool Has(StudyCell cell, int round) => _rows.Exists(row => row.Cell == cell && row.Round == round);

    public void Add(StudyRow row)
    {
        _rows.Add(row);
        File.AppendAllText(_path, string.Create(CultureInfo.InvariantCulture,
            $"{row.Cell.Particles},{row.Cell.Dimension},{row.Cell.Batch},{row.Cell.Processes},{row.Cell.Shards},{row.Round},"
            + $"{row.Steps},{row.SecondsPerStep:R},{row.RemoteMessages:R},{row.RemoteBytes:R},{row.Signals},{row.Load}\n"));
    }

    /// <summary>The least of each cell's rounds: what else runs on the machine only adds.</summary>
    public IReadOnlyList<MeasuredStep> Best() => [.. _rows
        .GroupBy(row => row.Cell)
        .Select(rows => new MeasuredStep(rows.Key.Setting, rows.Min(row => row.SecondsPerStep)))];

    /// <summary>Sizes whose residuals depend on how they are spread: there must be none.</summary>
    public IEnumerable<string> Disagreements() => _rows
        .GroupBy(row => (row.Cell.Particles, row.Cell.Dimension, row.Cell.Batch))
        .Where(rows => rows.DistinctBy(row => row.Signals).Count() > 1)
        .Select(rows => $"N = {rows.Key.Particles}, d = {rows.Key.Dimension}, batch {rows.Key.Batch}");

    private static StudyRow Read(string line)
    {
        var fields = line.Split(',');
        long Whole(int i) => long.Parse(fields[i], CultureInfo.InvariantCulture);
        double Number(int i) => double.Parse(fields[i], CultureInfo.InvariantCulture);
        var cell = new StudyCell(Whole(0), (int)Whole(1), (int)Whole(2), (int)Whole(3), (int)Whole(4));
        return new(cell, (int)Whole(5), Whole(6), Number(7), Number(8), Number(9), fields[10], Number(11));
    }
}
