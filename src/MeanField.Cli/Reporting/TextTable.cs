namespace MeanField.Cli.Reporting;

/// <summary>Right-aligned columns of text, two blanks apart.</summary>
internal static class TextTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> header, IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. header.Select((name, i) => rows.Select(row => row[i].Length).Append(name.Length).Max())];
        foreach (var row in rows.Prepend([.. header]))
            output.WriteLine("  " + string.Join("  ", row.Select((cell, i) => cell.PadLeft(widths[i]))));
    }
}
