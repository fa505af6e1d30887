using CsvHelper;

namespace MeanField.Lab.Files;

/// <summary>
/// How we write tables: commas, points as decimal marks whatever the machine's language, and text that no
/// spreadsheet takes for a formula.
/// </summary>
internal static class CsvFormat
{
    public static CsvWriterOptions Writing { get; } = new()
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

    public static CsvReaderOptions Reading { get; } = new() { Separator = ',' };
}
