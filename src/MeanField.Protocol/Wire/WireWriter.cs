using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Akka.Actor;
using Akka.Serialization;

namespace MeanField.Protocol.Wire;

/// <summary>
/// Writes the fields of a message: whole numbers in 7-bit groups, doubles little-endian, lengths in front.
/// </summary>
public sealed class WireWriter
{
    private byte[] _buffer = new byte[128];
    private int _length;

    public byte[] ToArray() => _buffer.AsSpan(0, _length).ToArray();

    public void Clear() => _length = 0;

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>A whole number, small magnitudes in few bytes (zig-zag).</summary>
    public void Whole(long value)
    {
        var rest = (ulong)(value << 1) ^ (ulong)(value >> 63);
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    public void Double(double value) =>
        BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), value);

    public void Word(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), value);

    public void Doubles(ReadOnlySpan<double> values)
    {
        Whole(values.Length);
        var destination = Reserve(sizeof(double) * values.Length);
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(destination[(sizeof(double) * i)..], values[i]);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Whole(value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        Whole(bytes);
        Encoding.UTF8.GetBytes(value, Reserve(bytes));
    }

    public void Texts(ImmutableArray<string> values)
    {
        Whole(values.Length);
        foreach (var value in values)
            Text(value);
    }

    public void Run(RunId run) => Text(run.Value);

    public void Stamp(in RoundStamp stamp)
    {
        Run(stamp.Run);
        Whole(stamp.Epoch);
        Whole(stamp.Round);
        Whole(stamp.Step);
    }

    public void Shards(ShardSet shards)
    {
        Whole(shards.Words.Length);
        foreach (var word in shards.Words)
            Word(word);
    }

    public void Actor(IActorRef actor) => Text(Serialization.SerializedActorPath(actor));

    /// <summary>Space for so many bytes more, for the caller to fill.</summary>
    public Span<byte> Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + bytes));
        var span = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return span;
    }

    /// <summary>Gives back the last bytes of what was reserved.</summary>
    public void Shrink(int bytes) => _length -= bytes;
}
