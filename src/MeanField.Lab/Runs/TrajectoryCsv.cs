using System.Globalization;
using CsvHelper;
using MeanField.Lab.Files;

namespace MeanField.Lab.Runs;

/// <summary>A table as CSV: a header, numbers in their shortest exact form, an empty cell for NaN.</summary>
public static class TrajectoryCsv
{
    public static void Write(Stream stream, TrajectoryTable table)
    {
        using var csv = CsvWriter.Create(stream, CsvFormat.Writing, leaveOpen: true);
        csv.WriteHeader([TrajectoryTable.Step, TrajectoryTable.Time, .. table.Columns]);
        foreach (var row in table.Rows)
        {
            csv.WriteField(row.Step);
            csv.WriteField(Cell(row.Time));
            foreach (var value in row.Values)
                csv.WriteField(Cell(value));
            csv.EndRecord();
        }
    }

    /// <exception cref="InvalidDataException">A cell holds no number.</exception>
    public static TrajectoryTable Read(string path)
    {
        using var csv = CsvReader.FromFile(path, CsvFormat.Reading);
        var rows = new List<TrajectoryRow>();
        while (csv.Read())
        {
            var fields = Enumerable.Range(0, csv.Headers.Count);
            var cells = fields.Select(i => Number(csv.GetString(i))).ToArray();
            rows.Add(new((long)cells[0], cells[1], [.. cells[2..]]));
        }
        return new([.. csv.Headers.Skip(2)], [.. rows]);
    }

    private static double? Cell(double value) => double.IsNaN(value) ? null : value;

    private static double Number(string cell)
    {
        if (cell.Length == 0)
            return double.NaN;
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        throw new InvalidDataException($"'{cell}' is not a number");
    }
}
