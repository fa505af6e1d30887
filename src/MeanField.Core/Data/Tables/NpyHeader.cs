using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MeanField.Core.Data.Tables;

/// <summary>
/// The header of an .npy file (NumPy enhancement proposal 1), versions 1 to 3, C order, two dimensions.
/// </summary>
internal sealed partial record NpyHeader(int Rows, int Columns, NpyType Type)
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static NpyHeader Parse(ReadOnlySpan<byte> bytes, out int length)
    {
        var text = Text(bytes, out length);
        var description = Descr().Match(text).Groups[1].Value;
        var type = NpyType.Of(description) ?? throw TableFault.At(
            "data.path", $"holds numbers of type '{description}'; little-endian reals are needed");
        if (!COrder().IsMatch(text))
            throw TableFault.At("data.path", "is in Fortran order; C order is needed");
        var shape = Shape().Match(text);
        if (!TryCount(shape.Groups[1], out var rows) || !TryCount(shape.Groups[2], out var columns))
            throw TableFault.At("data.path", "is not a two-dimensional array, rows × columns");
        return new NpyHeader(rows, columns, type);
    }

    private static string Text(ReadOnlySpan<byte> bytes, out int length)
    {
        if (bytes.IsEmpty)
            throw TableFault.At("data.path", "is empty; an .npy header and rows of numbers are needed");
        if (bytes.Length < 12 || !bytes.StartsWith(Magic))
            throw TableFault.At("data.path", "is not an .npy file");
        var wide = bytes[6] >= 2;
        var start = wide ? 12 : 10;
        var size = wide
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..])
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (bytes[6] is 0 or > 3 || size > bytes.Length - start)
            throw TableFault.At("data.path", "has an .npy header that cannot be read");
        length = start + (int)size;
        return Encoding.UTF8.GetString(bytes[start..length]);
    }

    private static bool TryCount(Group digits, out int count) =>
        int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    [GeneratedRegex("""'descr':\s*'([^']*)'""")]
    private static partial Regex Descr();

    [GeneratedRegex("""'fortran_order':\s*False""")]
    private static partial Regex COrder();

    [GeneratedRegex("""'shape':\s*\(\s*(\d+)\s*,\s*(\d+)\s*,?\s*\)""")]
    private static partial Regex Shape();
}
