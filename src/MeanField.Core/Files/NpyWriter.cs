using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace MeanField.Core.Files;

/// <summary>
/// A growing .npy file of rows. Its head speaks only of rows that are on disk already, so numpy opens what is
/// there whenever the process dies. Memory is one buffer, whatever the file's size. Not thread-safe.
/// </summary>
public sealed class NpyWriter : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly SafeFileHandle _file;
    private readonly NpyElement _element;
    private readonly ImmutableArray<long> _rowShape;
    private readonly int _rowLength;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _buffered;
    private long _values;

    private NpyWriter(SafeFileHandle file, NpyElement element, ImmutableArray<long> rowShape, long values)
    {
        _file = file;
        _element = element;
        _rowShape = rowShape;
        _rowLength = checked((int)new NpyHeader(element, rowShape).Count);
        _values = values;
    }

    /// <summary>Whole rows appended so far.</summary>
    public long Rows => _values / _rowLength;

    /// <summary>Numbers appended so far.</summary>
    public long Values => _values;

    public static NpyWriter Create(string path, NpyElement element, params ReadOnlySpan<long> rowShape)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        var writer = new NpyWriter(file, element, [.. rowShape], values: 0);
        writer.WriteHeader();
        return writer;
    }

    /// <summary>Goes on after the last row that the head speaks of.</summary>
    public static NpyWriter Reopen(string path)
    {
        NpyHeader header;
        using (var stream = File.OpenRead(path))
            header = NpyHeader.Decode(stream);
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        return new(file, header.Element, header.Shape.RemoveAt(0), header.Count);
    }

    public void Append(ReadOnlySpan<double> values)
    {
        var size = _element.Size();
        while (!values.IsEmpty)
        {
            var room = (BufferLength - _buffered) / size;
            var part = values[..Math.Min(room, values.Length)];
            _element.Encode(part, _buffer.AsSpan(_buffered));
            _buffered += part.Length * size;
            _values += part.Length;
            values = values[part.Length..];
            if (_buffered == BufferLength)
                Drain();
        }
    }

    /// <summary>
    /// Makes what was appended durable: first the numbers, then the head that speaks of them.
    /// </summary>
    public void Commit()
    {
        Drain();
        RandomAccess.FlushToDisk(_file);
        WriteHeader();
        RandomAccess.FlushToDisk(_file);
    }

    /// <summary>Closes the file, without what was appended since the last <see cref="Commit"/>.</summary>
    public void Dispose() => _file.Dispose();

    private void Drain()
    {
        var end = NpyHeader.EncodedLength + _values * _element.Size();
        RandomAccess.Write(_file, _buffer.AsSpan(0, _buffered), end - _buffered);
        _buffered = 0;
    }

    private void WriteHeader() =>
        RandomAccess.Write(_file, new NpyHeader(_element, _rowShape.Insert(0, Rows)).Encode(), fileOffset: 0);
}
