using System.Globalization;
using MeanField.Core.Specification;

namespace MeanField.Core.Data.Tables;

/// <summary>A two-dimensional NumPy array; its columns are named "0", "1", …</summary>
internal sealed class NpyTable : ITable
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly NpyHeader _header;

    private NpyTable(NpyHeader header, ReadOnlyMemory<byte> data)
    {
        (_header, _data) = (header, data);
        var numbers = Enumerable.Range(0, header.Columns);
        Columns = [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    public IReadOnlyList<string> Columns { get; }

    public int Rows => _header.Rows;

    /// <exception cref="SpecificationException">
    /// Not an .npy file of numbers that can be read here.
    /// </exception>
    public static NpyTable Parse(byte[] bytes)
    {
        var header = NpyHeader.Parse(bytes, out var length);
        var needed = (long)header.Rows * header.Columns * header.Type.Size;
        if (bytes.Length - length != needed)
        {
            throw TableFault.At(
                "data.path", $"holds {bytes.Length - length} bytes of data; its header promises {needed}");
        }
        return new NpyTable(header, bytes.AsMemory(length));
    }

    public bool TryRead(int row, int column, out double value)
    {
        var size = _header.Type.Size;
        var place = ((long)row * _header.Columns + column) * size;
        value = _header.Type.Read(_data.Span.Slice((int)place, size));
        return true;
    }

    public string Text(int row, int column) =>
        TryRead(row, column, out var value) ? value.ToString(CultureInfo.InvariantCulture) : "";
}
