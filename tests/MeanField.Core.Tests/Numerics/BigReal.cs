using System.Numerics;

namespace MeanField.Core.Tests.Numerics;

/// <summary>
/// Mantissa · 2^Exponent, of about 400 significant bits: exact enough to be the truth for doubles.
/// </summary>
internal readonly struct BigReal
{
    public const int Precision = 400;

    public BigReal(BigInteger mantissa, int exponent)
    {
        var excess = mantissa.IsZero ? 0 : (int)BigInteger.Abs(mantissa).GetBitLength() - Precision;
        (Mantissa, Exponent) = excess > 0 ? (mantissa >> excess, exponent + excess) : (mantissa, exponent);
    }

    public BigInteger Mantissa { get; }

    public int Exponent { get; }

    public int Sign => Mantissa.Sign;

    /// <summary>⌊log₂ |value|⌋.</summary>
    public int Magnitude => (int)BigInteger.Abs(Mantissa).GetBitLength() - 1 + Exponent;

    public static implicit operator BigReal(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & ((1L << 52) - 1);
        var mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static BigReal operator +(BigReal a, BigReal b)
    {
        if (a.Sign == 0 || (b.Sign != 0 && b.Magnitude - a.Magnitude > 2 * Precision))
            return b;
        if (b.Sign == 0 || a.Magnitude - b.Magnitude > 2 * Precision)
            return a;
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return new(a.Fixed(-exponent) + b.Fixed(-exponent), exponent);
    }

    public static BigReal operator -(BigReal a) => new(-a.Mantissa, a.Exponent);

    public static BigReal operator -(BigReal a, BigReal b) => a + -b;

    public static BigReal operator *(BigReal a, BigReal b) =>
        new(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public static BigReal operator /(BigReal a, BigReal b) =>
        new((a.Mantissa << (2 * Precision)) / b.Mantissa, a.Exponent - b.Exponent - 2 * Precision);

    /// <summary>⌊value · 2^bits⌋.</summary>
    public BigInteger Fixed(int bits) =>
        Exponent + bits >= 0 ? Mantissa << (Exponent + bits) : Mantissa >> -(Exponent + bits);

    public BigReal Scale(int power) => new(Mantissa, Exponent + power);

    /// <summary>For messages and for error estimates.</summary>
    public double ToDouble()
    {
        var drop = Math.Max(0, (int)BigInteger.Abs(Mantissa).GetBitLength() - 64);
        return Math.ScaleB((double)(Mantissa >> drop), Exponent + drop);
    }
}
