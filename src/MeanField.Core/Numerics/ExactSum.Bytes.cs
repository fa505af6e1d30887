using System.Buffers.Binary;

namespace MeanField.Core.Numerics;

/// <content>
/// The bytes of a sum: number of digits, position of the lowest digit, sign (0 or 1), then the digits, lowest
/// first, little-endian. 0 is three zeros; NaN and the infinities are a tag and a double. Equal sums have
/// equal bytes.
/// </content>
public sealed partial class ExactSum
{
    private const int HeaderBytes = 3;
    private const int BytesPerDigit = sizeof(uint);
    private const byte SpecialTag = 255;
    private const int SpecialBytes = 1 + sizeof(double);

    /// <summary>The largest size of <see cref="Write"/>, in bytes.</summary>
    public const int MaximumBytes = HeaderBytes + BytesPerDigit * Digits;

    /// <summary>Writes the sum in a canonical compact form; returns the number of bytes.</summary>
    public int Write(Span<byte> destination)
    {
        Normalise();
        if (_special != 0)
        {
            destination[0] = SpecialTag;
            BinaryPrimitives.WriteDoubleLittleEndian(
                destination[1..], double.IsNaN(_special) ? double.NaN : _special);
            return SpecialBytes;
        }
        if (_low > _high)
        {
            destination[..HeaderBytes].Clear();
            return HeaderBytes;
        }
        var length = _high - _low + 1;
        destination[0] = (byte)length;
        destination[1] = (byte)_low;
        destination[2] = _digits[_high] < 0 ? (byte)1 : (byte)0;
        var digits = destination.Slice(HeaderBytes, BytesPerDigit * length);
        for (var i = 0; i < length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(
                digits[(BytesPerDigit * i)..], (uint)Magnitude(_low + i));
        }
        return HeaderBytes + digits.Length;
    }

    /// <summary>Adds a sum written by <see cref="Write"/>; returns the number of bytes read.</summary>
    /// <exception cref="FormatException">The bytes are not such a sum; nothing was added.</exception>
    public int AddWritten(ReadOnlySpan<byte> source)
    {
        if (source.Length < HeaderBytes)
            throw CutShort();
        if (source[0] == SpecialTag)
            return AddSpecial(source);
        var (length, first, negative) = (source[0], source[1], source[2] == 1);
        if (first + length > SignificantDigits || source[2] > 1)
            throw new FormatException("An exact sum has a digit or a sign out of range.");
        var bytes = BytesPerDigit * length;
        if (source.Length < HeaderBytes + bytes)
            throw CutShort();
        AddDigits(source.Slice(HeaderBytes, bytes), first, negative);
        return HeaderBytes + bytes;
    }

    private void AddDigits(ReadOnlySpan<byte> source, int first, bool negative)
    {
        var length = source.Length / BytesPerDigit;
        if (length == 0)
        {
            if (first != 0 || negative)
                throw NotCanonical();
            return;
        }
        if (Digit(source, 0) == 0 || Digit(source, length - 1) == 0)
            throw NotCanonical();
        for (var i = 0; i < length; i++)
            _digits[first + i] += negative ? -Digit(source, i) : Digit(source, i);
        Touch(first, first + length - 1);
    }

    private int AddSpecial(ReadOnlySpan<byte> source)
    {
        if (source.Length < SpecialBytes)
            throw CutShort();
        var special = BinaryPrimitives.ReadDoubleLittleEndian(source[1..]);
        if (double.IsFinite(special))
            throw new FormatException("An exact sum is marked as not finite, and is finite.");
        _special += special;
        return SpecialBytes;
    }

    private static long Digit(ReadOnlySpan<byte> digits, int index) =>
        BinaryPrimitives.ReadUInt32LittleEndian(digits[(BytesPerDigit * index)..]);

    private static FormatException CutShort() => new("An exact sum is cut short.");

    private static FormatException NotCanonical() => new("An exact sum is not in its shortest form.");
}
