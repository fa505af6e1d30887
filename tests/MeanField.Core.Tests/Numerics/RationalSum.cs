using System.Numerics;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// The sum of doubles as one whole number of units of 2⁻¹⁰⁷⁴, and its nearest double found by definition.
/// </summary>
internal static class RationalSum
{
    public static double Round(IEnumerable<double> terms)
    {
        var special = terms.Where(x => !double.IsFinite(x)).Sum();
        if (special != 0)
            return special;
        return Nearest(terms.Aggregate(BigInteger.Zero, (sum, term) => sum + Units(term)));
    }

    public static BigInteger Units(double value) => ((BigReal)value).Fixed(1074);

    /// <summary>Bisection among the doubles' bit patterns, which are ordered as their values are.</summary>
    private static double Nearest(BigInteger units)
    {
        if (units.Sign < 0)
            return -Nearest(-units);
        var (below, above) = (0L, BitConverter.DoubleToInt64Bits(double.PositiveInfinity));
        while (above - below > 1)
        {
            var middle = below + (above - below) / 2;
            if (Units(BitConverter.Int64BitsToDouble(middle)) <= units)
                below = middle;
            else
                above = middle;
        }
        var comparison = (2 * units).CompareTo(UnitsOf(below) + UnitsOf(above));
        var up = comparison > 0 || (comparison == 0 && (below & 1) == 1);
        return BitConverter.Int64BitsToDouble(up ? above : below);
    }

    /// <summary>IEEE 754 rounds as if infinity stood at 2¹⁰²⁴.</summary>
    private static BigInteger UnitsOf(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        return double.IsInfinity(value) ? BigInteger.One << (1024 + 1074) : Units(value);
    }
}
