using static MeanField.Protocol.Conversations.Submission;

namespace MeanField.Protocol.Wire;

internal static class SubmissionWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Submit>("submit/2", Write, ReadSubmit),
        WireType.Of<Accepted>("accepted/1", Write, (ref r) => new Accepted(r.Run(), r.Text())),
        WireType.Of<Refused>("refused/1", Write, (ref r) => new Refused(r.Run(), r.Text())),
        WireType.Of<Cancel>("cancel/1", (w, m) => w.Run(m.Run), (ref r) => new Cancel(r.Run())),
    ];

    private static void Write(WireWriter writer, Submit message)
    {
        writer.Run(message.Run);
        writer.Text(message.Title);
        writer.Text(message.Fingerprint);
        writer.Whole(message.SpecificationBytes);
        writer.Whole(message.Shards);
        writer.Whole(message.KnownValues);
        writer.Whole(message.ObserveFrom);
        writer.Flag(message.IsBound);
    }

    private static Submit ReadSubmit(ref WireReader r) =>
        new(r.Run(), r.Text(), r.Text(), r.Int(), r.Int(), r.Whole(), r.Whole(), r.Flag());

    private static void Write(WireWriter writer, Accepted message)
    {
        writer.Run(message.Run);
        writer.Text(message.Fingerprint);
    }

    private static void Write(WireWriter writer, Refused message)
    {
        writer.Run(message.Run);
        writer.Text(message.Reason);
    }
}
