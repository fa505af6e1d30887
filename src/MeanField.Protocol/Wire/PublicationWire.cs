using static MeanField.Protocol.Conversations.Publication;

namespace MeanField.Protocol.Wire;

internal static class PublicationWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Attend>("attend/1", Write, ReadAttend),
        WireType.Of<Published>("event/2", Write, ReadPublished),
        WireType.Of<PiecePublished>("event-piece/2", Write, ReadPiece),
        WireType.Of<RunEnded>("ended/2", Write, ReadEnded),
        WireType.Of<SessionUnknown>(
            "session-unknown/1", Write, (ref r) => new SessionUnknown(r.Run(), r.Whole())),
        WireType.Of<RunUnknown>("unknown/1", (w, m) => w.Run(m.Run), (ref r) => new RunUnknown(r.Run())),
    ];

    private static void Write(WireWriter writer, Attend message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Session);
        writer.Whole(message.Cursor.Values);
        writer.Whole(message.Cursor.Observations);
        writer.Whole(message.Cursor.ParticleValues);
        writer.Whole(message.Cursor.Incidents);
        writer.Flag(message.Cursor.Ended);
        writer.Whole(message.Received);
        writer.Whole(message.Consumed);
    }

    private static Attend ReadAttend(ref WireReader r) =>
        new(r.Run(), r.Whole(), ReadCursor(ref r), r.Whole(), r.Whole());

    private static EventCursor ReadCursor(ref WireReader r) =>
        new(r.Whole(), r.Int(), r.Whole(), r.Int(), r.Flag());

    private static void WriteNumber(WireWriter writer, INumbered message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Stamp.Epoch);
        writer.Whole(message.Stamp.Session);
        writer.Whole(message.Stamp.Sequence);
    }

    private static PublicationStamp ReadStamp(ref WireReader r) => new(r.Whole(), r.Whole(), r.Whole());

    private static void Write(WireWriter writer, SessionUnknown message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Session);
    }

    private static void Write(WireWriter writer, Published message)
    {
        WriteNumber(writer, message);
        RunEventCodec.Write(writer, message.Event);
    }

    private static Published ReadPublished(ref WireReader r) =>
        new(r.Run(), ReadStamp(ref r), RunEventCodec.Read(ref r));

    private static void Write(WireWriter writer, PiecePublished message)
    {
        WriteNumber(writer, message);
        writer.Flag(message.Last);
        writer.Bytes(message.Encoded.Span);
    }

    private static PiecePublished ReadPiece(ref WireReader r) =>
        new(r.Run(), ReadStamp(ref r), r.Flag(), r.Bytes());

    private static void Write(WireWriter writer, RunEnded message)
    {
        WriteNumber(writer, message);
        writer.Byte((byte)message.Ending);
        writer.Whole(message.Steps);
        LedgerCodec.Write(writer, message.Ledger);
    }

    private static RunEnded ReadEnded(ref WireReader r) =>
        new(r.Run(), ReadStamp(ref r), StatusCodec.ReadEnding(ref r), r.Whole(), LedgerCodec.Read(ref r));
}
