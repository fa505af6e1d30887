using System.Buffers.Binary;

namespace MeanField.Core.Data.Tables;

/// <summary>How a number of an .npy file lies in bytes.</summary>
internal sealed record NpyType(int Size, NpyType.Reader Read)
{
    public delegate double Reader(ReadOnlySpan<byte> bytes);

    /// <summary>Null where the type is not a little-endian real number.</summary>
    public static NpyType? Of(string description) => description switch
    {
        "<f8" => new(8, BinaryPrimitives.ReadDoubleLittleEndian),
        "<f4" => new(4, bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        "<i8" => new(8, bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
        "<i4" => new(4, bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        "<i2" => new(2, bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        "<u8" => new(8, bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        "<u4" => new(4, bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        "<u2" => new(2, bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        "|i1" => new(1, bytes => (sbyte)bytes[0]),
        "|u1" => new(1, bytes => bytes[0]),
        "|b1" => new(1, bytes => bytes[0]),
        _ => null,
    };
}
