using static MeanField.Protocol.Conversations.Chronicle;

namespace MeanField.Protocol.Wire;

internal static class ChronicleWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<RunAccepted>("run-accepted/1", Write, ReadAccepted),
        WireType.Of<IncarnationBegun>(
            "incarnation/1", Write, (ref r) => new IncarnationBegun(r.Whole(), r.Text())),
        WireType.Of<EventRecorded>(
            "recorded/1",
            (w, m) => RunEventCodec.Write(w, m.Event),
            (ref r) => new EventRecorded(RunEventCodec.Read(ref r))),
        WireType.Of<RunConcluded>(
            "concluded/1",
            Write,
            (ref r) => new RunConcluded(StatusCodec.ReadEnding(ref r), r.Whole(), r.Text())),
        WireType.Of<RunEntered>(
            "run-entered/1",
            (w, m) => StatusCodec.Write(w, m.Status),
            (ref r) => new RunEntered(StatusCodec.Read(ref r))),
        WireType.Of<RunClosed>(
            "run-closed/1",
            (w, m) => StatusCodec.Write(w, m.Status),
            (ref r) => new RunClosed(StatusCodec.Read(ref r))),
    ];

    private static void Write(WireWriter writer, RunAccepted entry)
    {
        writer.Text(entry.Title);
        writer.Whole(entry.Shards);
        writer.Whole(entry.ObserveFrom);
        writer.Whole(entry.SubmittedAt);
        writer.Bytes(entry.Specification.Span);
    }

    private static RunAccepted ReadAccepted(ref WireReader r) =>
        new(r.Text(), r.Int(), r.Whole(), r.Whole(), r.Bytes());

    private static void Write(WireWriter writer, IncarnationBegun entry)
    {
        writer.Whole(entry.Epoch);
        writer.Text(entry.Member);
    }

    private static void Write(WireWriter writer, RunConcluded entry)
    {
        writer.Byte((byte)entry.Ending);
        writer.Whole(entry.Step);
        writer.Text(entry.Reason);
    }
}
