using System.Numerics;

namespace MeanField.Core.Numerics;

/// <summary>
/// An exact sum of doubles: the result depends on the set of terms, never on their order or grouping.
/// A superaccumulator (R. M. Neal, Fast exact summation using small and large superaccumulators, 2015):
/// base-2³² digits from 2^−1074 up, held in 64-bit words so that carries wait. Not thread-safe, even to read.
/// </summary>
public sealed partial class ExactSum
{
    private const int BitsPerDigit = 32;
    private const int LowestExponent = -1074;

    // 2^1024 counted 2^63 times ends in digit 67; two more leave room for sums of such sums
    private const int SignificantDigits = 68;
    private const int Digits = SignificantDigits + 2;

    // a term adds less than 2^32 to a digit
    private const long CarryBound = 1L << 30;

    private readonly long[] _digits = new long[Digits];
    private int _low = Digits;
    private int _high = -1;
    private long _pending;
    private double _special;

    /// <summary>Back to the empty sum, 0.</summary>
    public void Clear()
    {
        for (var i = _low; i <= _high; i++)
            _digits[i] = 0;
        (_low, _high, _pending, _special) = (Digits, -1, 0, 0);
    }

    public void Add(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var mantissa = bits & ((1L << 52) - 1);
        if (exponent == 0x7FF)
        {
            _special += value;
            return;
        }
        if (exponent != 0)
            mantissa |= 1L << 52;
        else if (mantissa != 0)
            exponent = 1;
        else
            return;

        // the term is mantissa · 2^position units of 2^−1074; shifted inside its digit it has at most 84 bits
        var position = exponent - 1;
        var shift = position & (BitsPerDigit - 1);
        var lower = mantissa << shift;
        var upper = (long)((ulong)mantissa >> (63 - shift) >> 1);
        var middle = (long)((ulong)lower >> BitsPerDigit);
        AddDigits(position / BitsPerDigit, lower & uint.MaxValue, middle, upper, bits >> 63);
    }

    public void Add(ExactSum other)
    {
        other.Normalise();
        _special += other._special;
        if (other._low > other._high)
            return;
        // read first: the other may be this one
        var (low, high) = (other._low, other._high);
        for (var i = low; i <= high; i++)
            _digits[i] += other._digits[i];
        Touch(low, high);
    }

    /// <summary>The sum, rounded once to nearest even; NaN or an infinity where a term was one.</summary>
    public double Round()
    {
        Normalise();
        if (_special != 0)
            return _special;
        return _low > _high ? 0 : RoundDigits();
    }

    private double RoundDigits()
    {
        var negative = _digits[_high] < 0;
        var leading = (Magnitude(_high) << BitsPerDigit) | Magnitude(_high - 1);
        var next = Magnitude(_high - 2);
        var zeros = BitOperations.LeadingZeroCount(leading);
        // the 64 leading bits of the sum, of which the lowest is worth 2^exponent; the rest only breaks ties
        var window = (leading << zeros) | (next << zeros >> BitsPerDigit);
        var exponent = (_high - 1) * BitsPerDigit - zeros + LowestExponent;
        var sticky = _low < _high - 2 || (uint)(next << zeros) != 0;

        var drop = Math.Max(64 - 53, LowestExponent - exponent);
        var kept = window >> drop;
        var rest = window << (64 - drop);
        const ulong half = 1UL << 63;
        if (rest > half || (rest == half && (sticky || (kept & 1) == 1)))
            kept++;
        // the hidden bit of a normal number, and a carry out of the mantissa, raise the exponent by 1
        var bits = ((ulong)(exponent + drop - LowestExponent) << 52) + kept;
        var value = BitConverter.UInt64BitsToDouble(Math.Min(bits, 0x7FFUL << 52));
        return negative ? -value : value;
    }

    private ulong Magnitude(int index) => index < 0 ? 0 : (ulong)Math.Abs(_digits[index]);

    private void AddDigits(int index, long low, long middle, long high, long sign)
    {
        // −d = (d ^ −1) − (−1)
        var digits = _digits.AsSpan(index, 3);
        digits[0] += (low ^ sign) - sign;
        digits[1] += (middle ^ sign) - sign;
        digits[2] += (high ^ sign) - sign;
        Touch(index, index + 2);
    }

    private void Touch(int low, int high)
    {
        _low = Math.Min(_low, low);
        _high = Math.Max(_high, high);
        if (++_pending >= CarryBound)
            Normalise();
    }

    /// <summary>
    /// Carries, so that every digit has the sum's sign and a magnitude below 2³², and the outermost are not
    /// 0.
    /// </summary>
    private void Normalise()
    {
        if (_pending == 0)
            return;
        _pending = 0;
        if (Carry() < 0)
            Negate();
        while (_low <= _high && _digits[_high] == 0)
            _high--;
        while (_low <= _high && _digits[_low] == 0)
            _low++;
        if (_low > _high)
            (_low, _high) = (Digits, -1);
    }

    /// <summary>
    /// Brings the digits into [0, 2³²) and returns what is left above them: 0, or −1 in a negative sum.
    /// </summary>
    private long Carry()
    {
        var digits = _digits;
        var carry = 0L;
        var i = _low;
        for (; i <= _high || (carry is not 0 and not -1); i++)
        {
            var digit = digits[i] + carry;
            carry = digit >> BitsPerDigit;
            digits[i] = digit & uint.MaxValue;
        }
        _high = i - 1;
        return carry;
    }

    /// <summary>From 2³²-complement to negative digits.</summary>
    private void Negate()
    {
        var carry = 1L;
        for (var i = _low; i <= _high; i++)
        {
            var magnitude = (uint.MaxValue ^ _digits[i]) + carry;
            carry = magnitude >> BitsPerDigit;
            _digits[i] = -(magnitude & uint.MaxValue);
        }
    }
}
