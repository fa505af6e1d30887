using static MeanField.Protocol.Conversations.Recollection;

namespace MeanField.Protocol.Wire;

internal static class RecollectionWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Recall>("recall/1", Write, (ref r) => new Recall(r.Run(), r.Whole(), r.Int(), r.Whole())),
        WireType.Of<Recalled>("recalled/1", Write, ReadRecalled),
    ];

    private static void Write(WireWriter writer, Recall message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Shard);
        writer.Whole(message.FirstValue);
    }

    private static void Write(WireWriter writer, Recalled message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Shard);
        writer.Whole(message.FirstValue);
        writer.Doubles(message.Values.AsSpan());
    }

    private static Recalled ReadRecalled(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Int(), r.Whole(), r.Doubles());
}
