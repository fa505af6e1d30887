using MeanField.Core.Measures;
using static MeanField.Protocol.Conversations.Rounds;

namespace MeanField.Protocol.Wire;

internal static class RoundsWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Open>("open/2", Write, ReadOpen),
        WireType.Of<ShardAnswered>("shard-answer/1", Write, ReadShardAnswered),
        WireType.Of<NodeAnswered>("node-answer/1", Write, ReadNodeAnswered),
    ];

    private static void Write(WireWriter writer, Open message)
    {
        writer.Stamp(message.Stamp);
        writer.Shards(message.Shards);
        writer.Doubles(message.Signals.AsSpan());
        writer.Flag(message.Probe is not null);
        if (message.Probe is { } probe)
            Write(writer, probe);
        writer.Doubles(message.Trial.AsSpan());
    }

    private static Open ReadOpen(ref WireReader r) =>
        new(r.Stamp(), r.Shards(), r.Doubles(), r.Flag() ? ReadQuestion(ref r) : null, r.Doubles());

    private static void Write(WireWriter writer, in ProbeQuestion question)
    {
        writer.Byte((byte)question.Request.Kind);
        writer.Whole(question.Request.First);
        writer.Whole(question.Request.Count);
        writer.Double(question.Request.Low);
        writer.Double(question.Request.High);
        writer.Whole(question.Sums);
        writer.Whole(question.Maxima);
        writer.Whole(question.RowValues);
    }

    private static ProbeQuestion ReadQuestion(ref WireReader r)
    {
        var kind = (ProbeKind)r.Byte();
        if (!Enum.IsDefined(kind))
            throw new WireFormatException($"{(byte)kind} is no kind of probe.");
        return new(new(kind, r.Whole(), r.Int(), r.Double(), r.Double()), r.Int(), r.Int(), r.Int());
    }

    private static void Write(WireWriter writer, ShardAnswered message)
    {
        writer.Stamp(message.Stamp);
        writer.Whole(message.Shard);
        writer.Flag(message.IsProbe);
        writer.Bytes(message.Payload.Span);
    }

    private static ShardAnswered ReadShardAnswered(ref WireReader r) =>
        new(r.Stamp(), r.Int(), r.Flag(), r.Bytes());

    private static void Write(WireWriter writer, NodeAnswered message)
    {
        writer.Stamp(message.Stamp);
        writer.Shards(message.Shards);
        writer.Flag(message.IsProbe);
        writer.Whole(message.Part);
        writer.Whole(message.Parts);
        writer.Bytes(message.Payload.Span);
    }

    private static NodeAnswered ReadNodeAnswered(ref WireReader r) =>
        new(r.Stamp(), r.Shards(), r.Flag(), r.Int(), r.Int(), r.Bytes());
}
