using static MeanField.Protocol.Conversations.Dismissal;

namespace MeanField.Protocol.Wire;

internal static class DismissalWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Dismiss>("dismiss/1", Write, (ref r) => new Dismiss(r.Run(), r.Whole())),
        WireType.Of<ShardDismissed>("shard-dismissed/1", Write, ReadShardDismissed),
        WireType.Of<NodeDismissed>("node-dismissed/1", Write, ReadNodeDismissed),
    ];

    private static void Write(WireWriter writer, Dismiss message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
    }

    private static void Write(WireWriter writer, ShardDismissed message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Shard);
        LedgerCodec.Write(writer, message.Ledger);
    }

    private static ShardDismissed ReadShardDismissed(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Int(), LedgerCodec.Read(ref r));

    private static void Write(WireWriter writer, NodeDismissed message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        LedgerCodec.Write(writer, message.Ledger);
    }

    private static NodeDismissed ReadNodeDismissed(ref WireReader r) =>
        new(r.Run(), r.Whole(), LedgerCodec.Read(ref r));
}
