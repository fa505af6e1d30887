using System.Globalization;

namespace MeanField.Cli.Reporting;

/// <summary>Numbers as tables show them.</summary>
internal static class NumberFormat
{
    public static string Format(double value) => Format(value, digits: 6);

    public static string FormatShort(double value) => Format(value, digits: 2);

    /// <summary>So many significant digits, exponents as in 1e-6; nothing for what is not known.</summary>
    private static string Format(double value, int digits) => double.IsNaN(value)
        ? ""
        : value.ToString($"g{digits}", CultureInfo.InvariantCulture).Replace("e-0", "e-", StringComparison.Ordinal)
            .Replace("e+0", "e+", StringComparison.Ordinal);
}
