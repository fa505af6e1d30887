using Microsoft.Win32.SafeHandles;

namespace MeanField.Core.Files;

/// <summary>Reads any part of a .npy file that may be larger than memory.</summary>
public sealed class NpyReader : IDisposable
{
    // a run may still be growing the file
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    private readonly SafeFileHandle _file;
    private readonly long _start;

    private NpyReader(SafeFileHandle file, NpyHeader header, long start)
    {
        _file = file;
        Header = header;
        _start = start;
    }

    public NpyHeader Header { get; }

    /// <exception cref="InvalidDataException">No .npy file, or one shorter than its head says.</exception>
    public static NpyReader Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, Shared);
        var header = NpyHeader.Decode(stream);
        if (stream.Length - stream.Position < header.Count * header.Element.Size())
            throw new InvalidDataException($"{Path.GetFileName(path)} is shorter than its head says");
        var file = File.OpenHandle(path, share: Shared);
        return new(file, header, stream.Position);
    }

    /// <summary>
    /// Fills <paramref name="values"/> from number <paramref name="first"/> on, in row-major order.
    /// </summary>
    public void Read(long first, Span<double> values)
    {
        if (first < 0 || first + values.Length > Header.Count)
            throw new ArgumentOutOfRangeException(nameof(first), "beyond the end of the array");
        var size = Header.Element.Size();
        var bytes = new byte[Math.Min(values.Length, 1 << 16) * size];
        while (!values.IsEmpty)
        {
            var part = values[..Math.Min(values.Length, 1 << 16)];
            ReadExactly(bytes.AsSpan(0, part.Length * size), _start + first * size);
            Header.Element.Decode(bytes, part);
            first += part.Length;
            values = values[part.Length..];
        }
    }

    /// <summary>All numbers, in blocks of bounded size; a block is overwritten by the next.</summary>
    public IEnumerable<ReadOnlyMemory<double>> Blocks(int length = 1 << 16)
    {
        var block = new double[Math.Min(length, Header.Count)];
        for (long first = 0; first < Header.Count; first += length)
        {
            var part = block.AsMemory(0, (int)Math.Min(length, Header.Count - first));
            Read(first, part.Span);
            yield return part;
        }
    }

    public void Dispose() => _file.Dispose();

    private void ReadExactly(Span<byte> bytes, long offset)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(_file, bytes, offset);
            if (read == 0)
                throw new InvalidDataException("the .npy file ended early");
            bytes = bytes[read..];
            offset += read;
        }
    }
}
