using System.Globalization;

namespace MeanField.Lab.Figures.Drawing;

/// <summary>Numbers as figures and reports print them: a true minus sign, powers of ten as powers.</summary>
public static class FigureNumber
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Up to so many significant digits: 0.05, −12, 2.5·10⁻⁷.</summary>
    public static string Text(double value, int digits = 4)
    {
        if (value == 0)
            return "0";
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "–" : Sign(value) + "∞";
        var magnitude = Math.Abs(value);
        if (magnitude is >= 1e-3 and < 1e6)
            return Sign(value) + Plain(magnitude, digits);
        var exponent = (int)Math.Floor(Math.Log10(magnitude));
        var mantissa = Plain(magnitude / Math.Pow(10, exponent), digits);
        return Sign(value) + (mantissa == "1" ? "" : mantissa + "·") + PowerOfTen(exponent);
    }

    /// <summary>With so many digits after the point, for columns of a table.</summary>
    public static string Fixed(double value, int decimals)
    {
        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        var text = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        return (value < 0 && text.Any(digit => digit is >= '1' and <= '9') ? "−" : "") + text;
    }

    public static string PowerOfTen(int exponent)
    {
        var digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        var raised = digits.Select(digit => Superscripts[digit - '0']);
        return "10" + (exponent < 0 ? "⁻" : "") + string.Concat(raised);
    }

    /// <summary>An integer with narrow, unbreakable spaces between thousands.</summary>
    public static string Count(long value) =>
        value.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "\u202F", StringComparison.Ordinal);

    private static string Sign(double value) => value < 0 ? "−" : "";

    private static string Plain(double magnitude, int digits)
    {
        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(magnitude));
        var rounded = decimals is >= 0 and <= 15 ? Math.Round(magnitude, decimals) : magnitude;
        // thousands apart from 10 000 on
        return rounded >= 1e4
            ? Count((long)Math.Round(rounded))
            : rounded.ToString("0." + new string('#', Math.Clamp(decimals, 0, 15)), CultureInfo.InvariantCulture);
    }
}
