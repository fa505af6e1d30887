using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Akka.Actor;

namespace MeanField.Protocol.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote, and trusts no length.</summary>
public ref struct WireReader(ReadOnlySpan<byte> source, Func<string, IActorRef>? resolve = null)
{
    private ReadOnlySpan<byte> _rest = source;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new WireFormatException($"{other} is neither true nor false."),
    };

    public long Whole()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return (long)(value >> 1) ^ -(long)(value & 1);
        }
        throw new WireFormatException("A whole number does not end.");
    }

    public int Int()
    {
        var value = Whole();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new WireFormatException($"{value} exceeds 32 bits.");
    }

    /// <summary>A count of items, of which each takes some bytes at least.</summary>
    public int Length(int bytesPerItem)
    {
        var length = Whole();
        return length >= 0 && length <= _rest.Length / bytesPerItem
            ? (int)length
            : throw new WireFormatException(
                $"{length} items are announced where {_rest.Length} bytes follow.");
    }

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public ulong Word() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public ImmutableArray<double> Doubles()
    {
        var values = new double[Length(sizeof(double))];
        for (var i = 0; i < values.Length; i++)
            values[i] = Double();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public byte[] Bytes() => Take(Length(1)).ToArray();

    public string Text() => Encoding.UTF8.GetString(Take(Length(1)));

    public ImmutableArray<string> Texts()
    {
        var values = new string[Length(1)];
        for (var i = 0; i < values.Length; i++)
            values[i] = Text();
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    public RunId Run()
    {
        var text = Text();
        try
        {
            return new RunId(text);
        }
        catch (FormatException exception)
        {
            throw new WireFormatException(exception.Message, exception);
        }
    }

    public RoundStamp Stamp() => new(Run(), Whole(), Whole(), Whole());

    public ShardSet Shards()
    {
        var words = new ulong[Length(sizeof(ulong))];
        if (words.Length > ShardSet.MaximumShards / 64)
            throw new WireFormatException($"A set of {64L * words.Length} shards is too large.");
        for (var i = 0; i < words.Length; i++)
            words[i] = Word();
        return ShardSet.FromWords(words);
    }

    public IActorRef Actor() =>
        (resolve ?? throw new WireFormatException("No actors are known here."))(Text());

    /// <summary>What has not been read, for codecs that know their own length.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    public void Skip(int bytes) => Take(bytes);

    public readonly void ExpectEnd()
    {
        if (!_rest.IsEmpty)
            throw new WireFormatException($"{_rest.Length} bytes follow after the end.");
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _rest.Length)
            throw new WireFormatException($"{bytes} bytes were expected where {_rest.Length} follow.");
        var taken = _rest[..bytes];
        _rest = _rest[bytes..];
        return taken;
    }
}
