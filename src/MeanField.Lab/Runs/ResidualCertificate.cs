namespace MeanField.Lab.Runs;

/// <summary>
/// How far foretold residuals were from those of the particles as they really stood, over all windows but the last,
/// after which nobody asks.
/// </summary>
/// <param name="Residuals">So many have been compared.</param>
/// <param name="LargestDiscrepancy">The largest difference.</param>
/// <param name="RmsDiscrepancy">The root of the mean square of the differences; null where there are none.</param>
/// <param name="RmsResidual">The same of the residuals themselves, for comparison.</param>
/// <param name="Trials">Rounds that tried windows, besides one a window; null where none are tried.</param>
public sealed record ResidualCertificate(
    long Residuals, double LargestDiscrepancy, double? RmsDiscrepancy, double? RmsResidual, long? Trials = null)
{
    internal static ResidualCertificate Of(NumberSize residuals, NumberSize discrepancies, NumberSize? trials) => new(
        discrepancies.Count, discrepancies.Largest, Rms(discrepancies), Rms(residuals), (long?)trials?.Sum);

    private static double? Rms(NumberSize size) => size.Count > 0 ? size.RootMeanSquare : null;
}
