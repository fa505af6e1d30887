namespace MeanField.Protocol.Wire;

internal static class LedgerCodec
{
    public static void Write(WireWriter writer, CommunicationLedger ledger)
    {
        writer.Whole(ledger.Compute.Ticks);
        writer.Whole(ledger.LongestCompute.Ticks);
        writer.Whole(ledger.LongestNode.Ticks);
        writer.Whole(ledger.Rounds.Ticks);
        writer.Whole(ledger.SinkWait.Ticks);
        var entries = ledger.Entries().ToArray();
        writer.Whole(entries.Length);
        foreach (var entry in entries)
        {
            writer.Byte((byte)entry.Kind);
            writer.Byte((byte)entry.Link);
            writer.Byte((byte)entry.Direction);
            writer.Whole(entry.Messages);
            writer.Whole(entry.PayloadBytes);
        }
    }

    public static CommunicationLedger Read(ref WireReader reader)
    {
        var ledger = new CommunicationLedger
        {
            Compute = new(reader.Whole()),
            LongestCompute = new(reader.Whole()),
            LongestNode = new(reader.Whole()),
            Rounds = new(reader.Whole()),
            SinkWait = new(reader.Whole()),
        };
        var entries = reader.Length(5);
        for (var i = 0; i < entries; i++)
            ledger.Add(ReadEntry(ref reader));
        return ledger;
    }

    private static TrafficEntry ReadEntry(ref WireReader reader)
    {
        var kind = (TrafficKind)reader.Byte();
        var link = (TrafficLink)reader.Byte();
        var direction = (TrafficDirection)reader.Byte();
        if (!Enum.IsDefined(kind) || !Enum.IsDefined(link) || !Enum.IsDefined(direction))
            throw new WireFormatException("A ledger has a line of no known kind.");
        return new(kind, link, direction, reader.Whole(), reader.Whole());
    }
}
