using System.Runtime.InteropServices;

namespace MeanField.Core.Files;

/// <summary>The number formats that our .npy files use, all little-endian.</summary>
public enum NpyElement
{
    Float64,
    Float32,
    Int64,
}

public static class NpyElements
{
    public static int Size(this NpyElement element) => element == NpyElement.Float32 ? 4 : 8;

    /// <summary>numpy's name of the format.</summary>
    public static string Descriptor(this NpyElement element) => element switch
    {
        NpyElement.Float64 => "<f8",
        NpyElement.Float32 => "<f4",
        _ => "<i8",
    };

    public static NpyElement Parse(string descriptor) => descriptor switch
    {
        "<f8" => NpyElement.Float64,
        "<f4" => NpyElement.Float32,
        "<i8" => NpyElement.Int64,
        _ => throw new InvalidDataException($"numbers of kind '{descriptor}' are not read here"),
    };

    /// <summary>The values' bytes as they lie in the file (.NET runs on little-endian machines).</summary>
    public static void Encode(this NpyElement element, ReadOnlySpan<double> values, Span<byte> bytes)
    {
        if (element == NpyElement.Float64)
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
        else if (element == NpyElement.Float32)
            for (var i = 0; i < values.Length; i++)
                MemoryMarshal.Write(bytes[(4 * i)..], (float)values[i]);
        else
            for (var i = 0; i < values.Length; i++)
                MemoryMarshal.Write(bytes[(8 * i)..], (long)values[i]);
    }

    public static void Decode(this NpyElement element, ReadOnlySpan<byte> bytes, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = element switch
            {
                NpyElement.Float64 => MemoryMarshal.Read<double>(bytes[(8 * i)..]),
                NpyElement.Float32 => MemoryMarshal.Read<float>(bytes[(4 * i)..]),
                _ => MemoryMarshal.Read<long>(bytes[(8 * i)..]),
            };
    }
}
