using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MeanField.Core.Files;

/// <summary>The head of a .npy file, format version 1.0 (numpy.lib.format, "NPY Version 1.0").</summary>
/// <param name="Element">The number format.</param>
/// <param name="Shape">Lengths of the axes, slowest first.</param>
public sealed partial record NpyHeader(NpyElement Element, ImmutableArray<long> Shape)
{
    /// <summary>Bytes of our own heads, padded so that a growing file can patch its shape in place.</summary>
    public const int EncodedLength = 128;

    private const int PreambleLength = 10;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public long Count => Shape.Aggregate(1L, (product, length) => checked(product * length));

    public byte[] Encode()
    {
        var axes = string.Concat(Shape.Select(n => n.ToString(CultureInfo.InvariantCulture) + ", "));
        var shape = Shape.Length == 1 ? $"({axes.TrimEnd()})" : $"({axes.TrimEnd(' ', ',')})";
        var text = $"{{'descr': '{Element.Descriptor()}', 'fortran_order': False, 'shape': {shape}, }}";
        var body = text.PadRight(EncodedLength - PreambleLength - 1) + "\n";
        if (body.Length != EncodedLength - PreambleLength)
            throw new ArgumentException($"an array of shape {shape} has too many axes for one head");

        var bytes = new byte[EncodedLength];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)body.Length);
        Encoding.ASCII.GetBytes(body, bytes.AsSpan(PreambleLength));
        return bytes;
    }

    /// <summary>Reads the head and leaves the stream at the first number.</summary>
    /// <exception cref="InvalidDataException">No .npy file, or one of another kind than ours.</exception>
    public static NpyHeader Decode(Stream stream)
    {
        var preamble = new byte[PreambleLength];
        if (stream.ReadAtLeast(preamble, PreambleLength, throwOnEndOfStream: false) < PreambleLength
            || !preamble.AsSpan().StartsWith(Magic))
            throw new InvalidDataException("not a .npy file");
        if (preamble[6] != 1)
            throw new InvalidDataException($".npy format version {preamble[6]} is not read here");
        var body = new byte[BinaryPrimitives.ReadUInt16LittleEndian(preamble.AsSpan(8))];
        if (stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length)
            throw new InvalidDataException("the .npy file ends within its head");
        return Parse(Encoding.ASCII.GetString(body));
    }

    private static NpyHeader Parse(string text)
    {
        var descriptor = DescriptorPattern().Match(text);
        var shape = ShapePattern().Match(text);
        var rowMajor = text.Contains("'fortran_order': False", StringComparison.Ordinal);
        if (!descriptor.Success || !shape.Success || !rowMajor)
            throw new InvalidDataException($"the .npy head is not understood: {text.Trim()}");
        var axes = shape.Groups[1].Value
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(axis => long.Parse(axis, CultureInfo.InvariantCulture));
        return new(NpyElements.Parse(descriptor.Groups[1].Value), [.. axes]);
    }

    [GeneratedRegex("'descr': '([^']+)'")]
    private static partial Regex DescriptorPattern();

    [GeneratedRegex(@"'shape': \(([\d, ]*)\)")]
    private static partial Regex ShapePattern();
}
