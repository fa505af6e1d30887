using CsvHelper;
using MeanField.Lab.Figures;
using MeanField.Lab.Files;

namespace MeanField.Lab.Studies.Publishing;

/// <summary>The directory that a verification leaves: numbers, figures and a page.</summary>
public static class VerifyFiles
{
    public const string Json = "verify.json";
    public const string Page = "verify.html";
    public const string Markdown = "verify.md";

    /// <summary>Adds the last claim to the directory, and writes the summaries of all so far anew.</summary>
    /// <remarks>Whoever interrupts long measuring keeps what there is.</remarks>
    public static void Write(string directory, Verification verification)
    {
        Directory.CreateDirectory(directory);
        var last = verification.Claims[^1].Finding;
        foreach (var table in last.Tables)
            AtomicFile.Write(Path.Combine(directory, table.Name + ".csv"), stream => Write(stream, table));
        RunFigures.Write(directory, last.Figures);
        AtomicFile.WriteText(Path.Combine(directory, Json), VerifyJson.Write(verification) + "\n");
        AtomicFile.WriteText(Path.Combine(directory, Page), VerifyPage.Of(verification));
        AtomicFile.WriteText(Path.Combine(directory, Markdown), VerifyMarkdown.Of(verification));
    }

    private static void Write(Stream stream, RawTable table)
    {
        using var csv = CsvWriter.Create(stream, CsvFormat.Writing, leaveOpen: true);
        csv.WriteHeader([.. table.Columns]);
        foreach (var row in table.Rows)
        {
            foreach (var value in row)
                csv.WriteField(double.IsFinite(value) ? value : (double?)null);
            csv.EndRecord();
        }
    }
}
