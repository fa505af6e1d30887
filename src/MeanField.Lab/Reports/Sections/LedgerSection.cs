using System.Xml.Linq;
using MeanField.Lab.Communication;
using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Sections;

/// <summary>What the run sent.</summary>
internal static class LedgerSection
{
    /// <summary>Null where nothing was sent.</summary>
    public static XElement? Of(RunRecord run)
    {
        var ledger = LedgerFiles.Read(run.Path);
        if (ledger.Entries.IsEmpty)
            return null;
        return Html.Section(
            "Communication",
            Html.Paragraph(Summary(ledger, run.Result.Steps)),
            Html.Table(
                ["‹message", "‹link", "‹direction", "messages", "payload bytes"],
                ledger.Entries.Select(Row)),
            ledger.Times.IsEmpty ? null : Html.Paragraph(Html.Class("note"), $"Time: {Times(ledger)}."));
    }

    private static string Summary(CommunicationLedger ledger, long steps)
    {
        var (messages, bytes) = (FigureNumber.Count(ledger.Messages), FigureNumber.Count(ledger.PayloadBytes));
        var each = steps == 0 ? "" : $", {FigureNumber.Text((double)ledger.PayloadBytes / steps, 3)} a step";
        return $"{messages} messages were sent, with {bytes} bytes of payload{each}.";
    }

    private static string[] Row(LedgerEntry entry) =>
    [
        entry.Kind,
        entry.Link,
        entry.Direction,
        FigureNumber.Count(entry.Messages),
        FigureNumber.Count(entry.PayloadBytes),
    ];

    private static string Times(CommunicationLedger ledger) => string.Join(
        ", ", ledger.Times.Select(time => $"{time.Occupation} {FigureNumber.Text(time.Seconds, 3)} s"));
}
