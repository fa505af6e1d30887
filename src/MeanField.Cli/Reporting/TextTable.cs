namespace MeanField.Cli.Reporting;

/// <summary>Columns two blanks apart: text on the left, numbers right-aligned.</summary>
internal static class TextTable
{
    /// <param name="output">Where it goes.</param>
    /// <param name="header">The columns' names.</param>
    /// <param name="rows">As many cells as there are names.</param>
    /// <param name="textColumns">How many of the first columns hold text.</param>
    public static void Write(
        TextWriter output, IReadOnlyList<string> header, IReadOnlyList<string[]> rows, int textColumns = 0)
    {
        int[] widths = [.. header.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max())];
        string Cell(string cell, int i) => i < textColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]);
        foreach (var row in rows.Prepend([.. header]))
            output.WriteLine("  " + string.Join("  ", row.Select(Cell)).TrimEnd());
    }
}
