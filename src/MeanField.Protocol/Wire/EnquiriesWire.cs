using System.Collections.Immutable;
using static MeanField.Protocol.Conversations.Enquiries;

namespace MeanField.Protocol.Wire;

internal static class EnquiriesWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Greet>("greet/1", (_, _) => { }, (ref _) => new Greet()),
        WireType.Of<Greeted>("greeted/1", Write, ReadGreeted),
        WireType.Of<GetRuns>("get-runs/1", (_, _) => { }, (ref _) => new GetRuns()),
        WireType.Of<RunsListed>("runs/1", Write, ReadRuns),
        WireType.Of<GetProgress>(
            "get-progress/1", (w, m) => w.Run(m.Run), (ref r) => new GetProgress(r.Run())),
        WireType.Of<ProgressReported>("progress/1", Write, ReadProgress),
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

    private static void Write(WireWriter writer, Greeted message)
    {
        writer.Whole(message.Desks.Length);
        foreach (var desk in message.Desks)
            writer.Text(desk);
    }

    private static Greeted ReadGreeted(ref WireReader r)
    {
        var desks = new string[r.Length(1)];
        for (var i = 0; i < desks.Length; i++)
            desks[i] = r.Text();
        return new([.. desks]);
    }

    private static void Write(WireWriter writer, RunsListed message)
    {
        writer.Whole(message.Runs.Length);
        foreach (var status in message.Runs)
            StatusCodec.Write(writer, status);
    }

    private static RunsListed ReadRuns(ref WireReader r)
    {
        var runs = ImmutableArray.CreateBuilder<RunStatus>();
        for (var rest = r.Length(StatusCodec.LeastBytes); rest > 0; rest--)
            runs.Add(StatusCodec.Read(ref r));
        return new(runs.DrainToImmutable());
    }

    private static void Write(WireWriter writer, ProgressReported message)
    {
        StatusCodec.Write(writer, message.Status);
        writer.Text(message.Fingerprint);
        writer.Whole(message.SpecificationBytes);
    }

    private static ProgressReported ReadProgress(ref WireReader r) =>
        new(StatusCodec.Read(ref r), r.Text(), r.Int());
}
