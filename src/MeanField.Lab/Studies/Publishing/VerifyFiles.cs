using CsvHelper;
using MeanField.Lab.Figures;
using MeanField.Lab.Files;

namespace MeanField.Lab.Studies.Publishing;

/// <summary>The directory that a verification leaves: numbers, figures and a page.</summary>
public static class VerifyFiles
{
    public const string Json = "verify.json";
    public const string Page = "verify.html";

    public static void Write(string directory, Verification verification)
    {
        Directory.CreateDirectory(directory);
        AtomicFile.WriteText(Path.Combine(directory, Json), VerifyJson.Write(verification) + "\n");
        foreach (var table in verification.Claims.SelectMany(claim => claim.Finding.Tables))
            AtomicFile.Write(Path.Combine(directory, table.Name + ".csv"), stream => Write(stream, table));
        RunFigures.Write(directory, verification.Claims.SelectMany(claim => claim.Finding.Figures));
        AtomicFile.WriteText(Path.Combine(directory, Page), VerifyPage.Of(verification));
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
