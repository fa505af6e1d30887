using MeanField.Lab.Figures.Drawing;
using MeanField.Lab.Runs;

namespace MeanField.Lab.Reports.Words;

/// <summary>How residuals travelled, and how good they were; null where every step had its round.</summary>
internal static class CommunicationWords
{
    public static string? Of(CommunicationSpec communication, ResidualCertificate? certificate) =>
        communication is LookAheadCommunication ahead
            ? $"one round for {ahead.Window} steps, whose residuals are foretold{Tried(ahead, certificate)}; "
                + Certified(certificate)
            : null;

    private static string Tried(LookAheadCommunication ahead, ResidualCertificate? certificate) =>
        ahead.Tolerance is { } tolerance
            ? $" and tried until none is wrong by more than {FigureNumber.Text(tolerance, 2)} "
                + $"({certificate?.Trials ?? 0} further rounds)"
            : "";

    private static string Certified(ResidualCertificate? certificate) =>
        certificate is { RmsDiscrepancy: { } rms, RmsResidual: { } residual }
            ? $"they were wrong by {FigureNumber.Text(rms, 2)} in root mean square and by "
                + $"{FigureNumber.Text(certificate.LargestDiscrepancy, 2)} at most, beside residuals of "
                + FigureNumber.Text(residual, 2)
            : "none has been compared with what the particles saw";
}
