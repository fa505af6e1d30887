using System.Text.Json;
using CsvHelper;
using MeanField.Lab.Files;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Communication;

/// <summary><c>communication.csv</c> (entries) and <c>communication.json</c> (with times).</summary>
public static class LedgerFiles
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string directory, CommunicationLedger ledger)
    {
        AtomicFile.Write(
            Path.Combine(directory, RunFiles.CommunicationCsv),
            stream => WriteCsv(stream, ledger));
        AtomicFile.WriteText(
            Path.Combine(directory, RunFiles.CommunicationJson),
            JsonSerializer.Serialize(ledger, Options) + "\n");
    }

    /// <summary>The ledger of a run, empty where none was written.</summary>
    public static CommunicationLedger Read(string directory)
    {
        var path = Path.Combine(directory, RunFiles.CommunicationJson);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<CommunicationLedger>(File.ReadAllText(path), Options)!
            : CommunicationLedger.Empty;
    }

    private static void WriteCsv(Stream stream, CommunicationLedger ledger)
    {
        using var csv = CsvWriter.Create(stream, CsvFormat.Writing, leaveOpen: true);
        csv.WriteHeader(["kind", "link", "direction", "messages", "payloadBytes"]);
        foreach (var entry in ledger.Entries)
        {
            csv.WriteField(entry.Kind);
            csv.WriteField(entry.Link);
            csv.WriteField(entry.Direction);
            csv.WriteField(entry.Messages);
            csv.WriteField(entry.PayloadBytes);
            csv.EndRecord();
        }
    }
}
