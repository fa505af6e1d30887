using System.Collections.Immutable;

namespace MeanField.Lab.Files;

/// <summary>A small array held whole: a member of an .npz archive.</summary>
/// <param name="Header">Format and shape.</param>
/// <param name="Values">Row-major; integers up to 2⁵³ are exact.</param>
public sealed record NpyArray(NpyHeader Header, double[] Values)
{
    public ImmutableArray<long> Shape => Header.Shape;

    public static NpyArray Of(NpyElement element, double[] values, params ReadOnlySpan<long> shape)
    {
        var header = new NpyHeader(element, [.. shape]);
        if (header.Count != values.Length)
            throw new ArgumentException("the shape does not hold as many numbers", nameof(shape));
        return new(header, values);
    }

    public static NpyArray Read(Stream stream)
    {
        var header = NpyHeader.Decode(stream);
        var bytes = new byte[checked(header.Count * header.Element.Size())];
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("the .npy member is shorter than its head says");
        var values = new double[header.Count];
        header.Element.Decode(bytes, values);
        return new(header, values);
    }

    public void Write(Stream stream)
    {
        var bytes = new byte[Values.Length * Header.Element.Size()];
        Header.Element.Encode(Values, bytes);
        stream.Write(Header.Encode());
        stream.Write(bytes);
    }

    /// <summary>Row <paramref name="index"/> along the first axis.</summary>
    public ReadOnlySpan<double> Row(int index)
    {
        var length = Values.Length / (int)Shape[0];
        return Values.AsSpan(index * length, length);
    }
}
