using System.Collections.Immutable;
using static MeanField.Protocol.Conversations.Enquiries;

namespace MeanField.Protocol.Wire;

internal static class EnquiriesWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Greet>("greet/1", (_, _) => { }, (ref _) => new Greet()),
        WireType.Of<Greeted>("greeted/1", (w, m) => w.Texts(m.Desks), (ref r) => new Greeted(r.Texts())),
        WireType.Of<GetRuns>("get-runs/1", (_, _) => { }, (ref _) => new GetRuns()),
        WireType.Of<RunsListed>("runs/2", Write, ReadRuns),
        WireType.Of<GetProgress>(
            "get-progress/1", (w, m) => w.Run(m.Run), (ref r) => new GetProgress(r.Run())),
        WireType.Of<ProgressReported>("progress/2", Write, ReadProgress),
        WireType.Of<GetText>("get-text/1", Write, (ref r) => new GetText(r.Run(), r.Int())),
        WireType.Of<Enter>(
            "enter/1", (w, m) => StatusCodec.Write(w, m.Status), (ref r) => new Enter(StatusCodec.Read(ref r))),
        WireType.Of<Entered>("entered/1", (w, m) => w.Run(m.Run), (ref r) => new Entered(r.Run())),
    ];

    private static void Write(WireWriter writer, GetText message)
    {
        writer.Run(message.Run);
        writer.Whole(message.Offset);
    }

    private static void Write(WireWriter writer, RunsListed message)
    {
        writer.Whole(message.Runs.Length);
        foreach (var status in message.Runs)
            StatusCodec.Write(writer, status);
        writer.Whole(message.LeftOut);
    }

    private static RunsListed ReadRuns(ref WireReader r)
    {
        var runs = ImmutableArray.CreateBuilder<RunStatus>();
        for (var rest = r.Length(StatusCodec.LeastBytes); rest > 0; rest--)
            runs.Add(StatusCodec.Read(ref r));
        return new(runs.DrainToImmutable(), r.Int());
    }

    private static void Write(WireWriter writer, ProgressReported message)
    {
        StatusCodec.Write(writer, message.Status);
        writer.Text(message.Placement.Coordinator);
        writer.Texts(message.Placement.Holders);
        writer.Text(message.Fingerprint);
        writer.Whole(message.SpecificationBytes);
    }

    private static ProgressReported ReadProgress(ref WireReader r) =>
        new(StatusCodec.Read(ref r), new(r.Text(), r.Texts()), r.Text(), r.Int());
}
