using System.Globalization;

namespace MeanField.Cli.Reporting;

/// <summary>Numbers as tables show them.</summary>
internal static class NumberFormat
{
    public static string Format(double value) =>
        double.IsNaN(value) ? "" : value.ToString("G6", CultureInfo.InvariantCulture);

    public static string FormatShort(double value) =>
        double.IsNaN(value) ? "" : value.ToString("G2", CultureInfo.InvariantCulture);
}
