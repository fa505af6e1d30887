using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Protocol.Wire;

internal static class PublicationWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Published>("event/1", Write, ReadPublished),
        WireType.Of<PiecePublished>("event-piece/1", Write, ReadPiece),
        WireType.Of<RunEnded>("ended/1", Write, ReadEnded),
        WireType.Of<Delivered>("delivered/1", Write, ReadDelivered),
    ];

    private static void WriteNumber(WireWriter writer, INumbered message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Sequence);
    }

    private static void Write(WireWriter writer, Published message)
    {
        WriteNumber(writer, message);
        RunEventCodec.Write(writer, message.Event);
    }

    private static Published ReadPublished(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Whole(), RunEventCodec.Read(ref r));

    private static void Write(WireWriter writer, PiecePublished message)
    {
        WriteNumber(writer, message);
        writer.Flag(message.Last);
        writer.Bytes(message.Encoded.Span);
    }

    private static PiecePublished ReadPiece(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Whole(), r.Flag(), r.Bytes());

    private static void Write(WireWriter writer, RunEnded message)
    {
        WriteNumber(writer, message);
        writer.Byte((byte)message.Ending);
        writer.Whole(message.Steps);
        LedgerCodec.Write(writer, message.Ledger);
    }

    private static RunEnded ReadEnded(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Whole(), ReadEnding(ref r), r.Whole(), LedgerCodec.Read(ref r));

    private static RunEnding ReadEnding(ref WireReader r)
    {
        var ending = (RunEnding)r.Byte();
        return Enum.IsDefined(ending)
            ? ending
            : throw new WireFormatException($"{(byte)ending} is no ending.");
    }

    private static void Write(WireWriter writer, Delivered message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Received);
        writer.Whole(message.Consumed);
    }

    private static Delivered ReadDelivered(ref WireReader r) => new(r.Run(), r.Whole(), r.Whole(), r.Whole());
}
