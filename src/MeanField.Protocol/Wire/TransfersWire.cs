using static MeanField.Protocol.Conversations.Transfers;

namespace MeanField.Protocol.Wire;

internal static class TransfersWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<GetSpecification>(
            "get-specification/1", Write, (ref r) => new GetSpecification(r.Run(), r.Int())),
        WireType.Of<SpecificationServed>(
            "specification/1", Write, (ref r) => new SpecificationServed(r.Run(), r.Int(), r.Bytes())),
        WireType.Of<GetSignals>(
            "get-signals/1", Write, (ref r) => new GetSignals(r.Run(), r.Whole(), r.Whole(), r.Int())),
        WireType.Of<SignalsServed>(
            "signals/1", Write, (ref r) => new SignalsServed(r.Run(), r.Whole(), r.Whole(), r.Doubles())),
    ];

    private static void Write(WireWriter writer, GetSpecification message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Offset);
    }

    private static void Write(WireWriter writer, SpecificationServed message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Offset);
        writer.Bytes(message.Text.Span);
    }

    private static void Write(WireWriter writer, GetSignals message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.FirstValue);
        writer.Whole(message.Count);
    }

    private static void Write(WireWriter writer, SignalsServed message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Epoch);
        writer.Whole(message.FirstValue);
        writer.Doubles(message.Values.AsSpan());
    }
}
