using static MeanField.Protocol.Conversations.Enlisting;

namespace MeanField.Protocol.Wire;

internal static class EnlistingWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Enlist>("enlist/1", Write, ReadEnlist),
        WireType.Of<ShardEnlisted>("enlisted/2", Write, ReadShardEnlisted),
        WireType.Of<ShardsMissing>("missing/1", Write, (ref r) => new ShardsMissing(r.Stamp(), r.Shards())),
        WireType.Of<ShardFailed>("failed/1", Write, ReadShardFailed),
    ];

    private static void Write(WireWriter writer, Enlist message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Step);
        writer.Whole(message.Shard);
        writer.Whole(message.Shards);
        writer.Text(message.Fingerprint);
        writer.Whole(message.SpecificationBytes);
        writer.Actor(message.Coordinator);
    }

    private static Enlist ReadEnlist(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Whole(), r.Int(), r.Int(), r.Text(), r.Int(), r.Actor());

    private static void Write(WireWriter writer, ShardEnlisted message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Shard);
        writer.Whole(message.Step);
        writer.Whole(message.RemembersFrom);
    }

    private static ShardEnlisted ReadShardEnlisted(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Int(), r.Whole(), r.Whole());

    private static void Write(WireWriter writer, ShardsMissing message)
    {
        writer.Stamp(message.Stamp);
        writer.Shards(message.Shards);
    }

    private static void Write(WireWriter writer, ShardFailed message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.Shard);
        writer.Whole(message.Step);
        writer.Text(message.Reason);
    }

    private static ShardFailed ReadShardFailed(ref WireReader r) =>
        new(r.Run(), r.Whole(), r.Int(), r.Whole(), r.Text());
}
