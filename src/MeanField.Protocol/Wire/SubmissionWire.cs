using static MeanField.Protocol.Conversations.Submission;

namespace MeanField.Protocol.Wire;

internal static class SubmissionWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Submit>("submit/1", Write, ReadSubmit),
        WireType.Of<Cancel>("cancel/1", (w, m) => w.Run(m.Run), (ref r) => new Cancel(r.Run())),
    ];

    private static void Write(WireWriter writer, Submit message)
    {
        writer.Run(message.Run);
        writer.Text(message.Fingerprint);
        writer.Whole(message.SpecificationBytes);
        writer.Whole(message.Shards);
        writer.Whole(message.KnownValues);
        writer.Whole(message.ObserveFrom);
        writer.Actor(message.Listener);
    }

    private static Submit ReadSubmit(ref WireReader r) =>
        new(r.Run(), r.Text(), r.Int(), r.Int(), r.Whole(), r.Whole(), r.Actor());
}
