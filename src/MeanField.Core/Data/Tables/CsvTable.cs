using System.Globalization;
using CsvHelper;
using MeanField.Core.Specification;

namespace MeanField.Core.Data.Tables;

/// <summary>Comma-separated values (RFC 4180) under a header row.</summary>
internal sealed class CsvTable : ITable
{
    private static readonly CsvReaderOptions Dialect = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private readonly string[] _columns;
    private readonly List<string[]> _rows = [];

    private CsvTable(string[] columns) => _columns = columns;

    public IReadOnlyList<string> Columns => _columns;

    public int Rows => _rows.Count;

    /// <exception cref="SpecificationException">
    /// No header, a column named twice, or a row of another length.
    /// </exception>
    public static CsvTable Parse(byte[] bytes)
    {
        try
        {
            using var reader = CsvReader.Create(bytes, Dialect);
            reader.ReadHeader();
            var table = new CsvTable([.. reader.Headers]);
            table.CheckNames();
            while (reader.Read())
                table.Append(reader.Current.ToArray());
            return table;
        }
        catch (CsvFormatException error)
        {
            throw TableFault.At("data.path", $"is no CSV table: {error.Message}");
        }
    }

    public bool TryRead(int row, int column, out double value) =>
        double.TryParse(_rows[row][column], NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    public string Text(int row, int column) => _rows[row][column];

    private void CheckNames()
    {
        if (_columns.Length == 0)
            throw TableFault.At("data.path", "is empty; a header row and rows of numbers are needed");
        var twice = _columns.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw TableFault.At("data.path", $"names the column '{twice.Key}' {twice.Count()} times");
    }

    private void Append(string[] cells)
    {
        if (cells.Length != _columns.Length)
        {
            var (row, named) = (_rows.Count + 1, _columns.Length);
            throw TableFault.At(
                "data.path", $"has {cells.Length} cells in row {row}; the header names {named} columns");
        }
        _rows.Add(cells);
    }
}
