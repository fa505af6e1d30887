namespace MeanField.Protocol.Wire;

/// <summary>How a run does, and how it ended.</summary>
internal static class StatusCodec
{
    /// <summary>The fewest bytes that a status takes.</summary>
    public const int LeastBytes = 11;

    public static void Write(WireWriter writer, RunStatus status)
    {
        writer.Run(status.Run);
        writer.Text(status.Title);
        writer.Byte((byte)status.State);
        writer.Whole(status.Step);
        writer.Whole(status.Steps);
        writer.Whole(status.Shards);
        writer.Whole(status.Nodes);
        writer.Whole(status.Failures);
        writer.Whole(status.SubmittedAt);
        writer.Text(status.Reason);
    }

    public static RunStatus Read(ref WireReader r) => new(
        r.Run(),
        r.Text(),
        ReadState(ref r),
        r.Whole(),
        r.Whole(),
        r.Int(),
        r.Int(),
        r.Int(),
        r.Whole(),
        r.Text());

    public static RunEnding ReadEnding(ref WireReader r)
    {
        var ending = (RunEnding)r.Byte();
        return Enum.IsDefined(ending)
            ? ending
            : throw new WireFormatException($"{(byte)ending} is no ending.");
    }

    private static RunState ReadState(ref WireReader r)
    {
        var state = (RunState)r.Byte();
        return Enum.IsDefined(state)
            ? state
            : throw new WireFormatException($"{(byte)state} is no state of a run.");
    }
}
