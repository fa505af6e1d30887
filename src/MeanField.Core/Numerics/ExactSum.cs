using System.Buffers.Binary;
using System.Numerics;

namespace MeanField.Core.Numerics;

/// <summary>
/// An exact sum of doubles: the result depends on the set of terms, never on their order or grouping.
/// A superaccumulator (R. M. Neal, Fast exact summation using small and large superaccumulators, 2015):
/// base-2³² digits from 2^−1074 up, held in 64-bit words so that carries wait.
/// </summary>
public sealed class ExactSum
{
    private const int Digits = 70;
    private const int BitsPerDigit = 32;
    private const long CarryBound = 1L << 30;
    private const byte SpecialTag = 255;

    private readonly long[] _digits = new long[Digits];
    private int _low = Digits;
    private int _high = -1;
    private long _pending;
    private double _special;

    /// <summary>The largest size of <see cref="Write"/>, in bytes.</summary>
    public const int MaximumBytes = 3 + 4 * Digits;

    public void Clear()
    {
        if (_high >= _low)
            Array.Clear(_digits, _low, _high - _low + 1);
        (_low, _high, _pending, _special) = (Digits, -1, 0, 0);
    }

    public void Add(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        if (exponent == 0x7FF)
        {
            _special += value;
            return;
        }
        var mantissa = (ulong)bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0)
        {
            if (mantissa == 0)
                return;
            exponent = 1;
        }
        else
            mantissa |= 1UL << 52;

        var position = exponent - 1;
        var shift = position & (BitsPerDigit - 1);
        var lower = mantissa << shift;
        var upper = shift == 0 ? 0 : mantissa >> (64 - shift);
        AddDigits(position >> 5, (long)(lower & uint.MaxValue), (long)(lower >> 32), (long)upper, bits < 0);
    }

    public void Add(ExactSum other)
    {
        other.Normalise();
        _special += other._special;
        for (var i = other._low; i <= other._high; i++)
            _digits[i] += other._digits[i];
        Touch(other._low, other._high);
    }

    /// <summary>The sum, rounded once to nearest even; NaN or an infinity where a term was one.</summary>
    public double Round()
    {
        Normalise();
        if (_special != 0)
            return _special;
        Span<uint> magnitude = stackalloc uint[Digits + 1];
        var length = Magnitude(magnitude, out var first, out var negative);
        if (length == 0)
            return 0;
        var value = RoundMagnitude(magnitude[..length], first);
        return negative ? -value : value;
    }

    /// <summary>Writes the sum in a canonical compact form; returns the number of bytes.</summary>
    public int Write(Span<byte> destination)
    {
        Normalise();
        if (_special != 0)
        {
            destination[0] = SpecialTag;
            BinaryPrimitives.WriteDoubleLittleEndian(destination[1..], _special);
            return 9;
        }
        Span<uint> magnitude = stackalloc uint[Digits + 1];
        var length = Magnitude(magnitude, out var first, out var negative);
        destination[0] = (byte)length;
        destination[1] = (byte)(first + 1);
        destination[2] = negative ? (byte)1 : (byte)0;
        for (var i = 0; i < length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(destination[(3 + 4 * i)..], magnitude[i]);
        return 3 + 4 * length;
    }

    /// <summary>Adds a sum written by <see cref="Write"/>; returns the number of bytes read.</summary>
    /// <exception cref="FormatException">The bytes are not such a sum.</exception>
    public int AddWritten(ReadOnlySpan<byte> source)
    {
        if (source.Length >= 9 && source[0] == SpecialTag)
        {
            _special += BinaryPrimitives.ReadDoubleLittleEndian(source[1..]);
            return 9;
        }
        if (source.Length < 3 || source.Length < 3 + 4 * source[0])
            throw new FormatException("An exact sum is cut short.");
        var (length, first, negative) = (source[0], source[1] - 1, source[2] != 0);
        if (length > 0 && (first < 0 || first + length > Digits))
            throw new FormatException("An exact sum has digits out of range.");
        for (var i = 0; i < length; i++)
        {
            long digit = BinaryPrimitives.ReadUInt32LittleEndian(source[(3 + 4 * i)..]);
            _digits[first + i] += negative ? -digit : digit;
        }
        if (length > 0)
            Touch(first, first + length - 1);
        return 3 + 4 * length;
    }

    private void AddDigits(int index, long low, long middle, long high, bool negative)
    {
        if (negative)
            (low, middle, high) = (-low, -middle, -high);
        _digits[index] += low;
        _digits[index + 1] += middle;
        _digits[index + 2] += high;
        Touch(index, index + 2);
    }

    private void Touch(int low, int high)
    {
        _low = Math.Min(_low, low);
        _high = Math.Max(_high, high);
        if (++_pending >= CarryBound)
            Normalise();
    }

    /// <summary>Carries, so that every digit but the topmost lies in [0, 2³²).</summary>
    private void Normalise()
    {
        if (_pending == 0)
            return;
        long carry = 0;
        var i = _low;
        for (; i <= _high || (carry is not 0 and not -1); i++)
        {
            var digit = _digits[i] + carry;
            carry = digit >> BitsPerDigit;
            _digits[i] = digit & uint.MaxValue;
        }
        _high = Math.Max(_high, i - 1);
        if (carry != 0)
            _digits[_high] |= carry << BitsPerDigit;
        _pending = 0;
    }

    private int Magnitude(Span<uint> magnitude, out int first, out bool negative)
    {
        negative = _high >= 0 && _digits[_high] < 0;
        first = -1;
        var length = 0;
        long carry = 0;
        for (var i = _low; i <= _high; i++)
        {
            var digit = (negative ? -_digits[i] : _digits[i]) + carry;
            carry = digit >> BitsPerDigit;
            var low = (uint)(digit & uint.MaxValue);
            if (first < 0 && low == 0)
                continue;
            if (first < 0)
                first = i;
            magnitude[i - first] = low;
            if (low != 0)
                length = i - first + 1;
        }
        if (carry != 0)
        {
            first = first < 0 ? _high + 1 : first;
            magnitude[_high + 1 - first] = (uint)carry;
            length = _high + 2 - first;
        }
        return length;
    }

    private static double RoundMagnitude(ReadOnlySpan<uint> magnitude, int first)
    {
        var value = BigInteger.Zero;
        // 128 leading bits and a sticky bit decide the rounding
        var from = Math.Max(0, magnitude.Length - 4);
        for (var i = magnitude.Length - 1; i >= from; i--)
            value = (value << BitsPerDigit) | magnitude[i];
        if (magnitude[..from].ContainsAnyExcept(0u))
            value = (value << 1) | 1;
        else
            value <<= 1;
        var exponent = (first + from) * BitsPerDigit - 1074 - 1;
        return Scale(value, exponent);
    }

    private static double Scale(BigInteger value, int exponent)
    {
        var bits = (int)value.GetBitLength();
        // a double keeps 53 bits, fewer below 2^−1022
        var drop = Math.Max(bits - 53, -1074 - exponent);
        if (drop > 0)
        {
            var half = BigInteger.One << (drop - 1);
            var rest = value & ((half << 1) - 1);
            value >>= drop;
            if (rest > half || (rest == half && !value.IsEven))
                value++;
            exponent += drop;
        }
        return Math.ScaleB((double)value, exponent);
    }
}
