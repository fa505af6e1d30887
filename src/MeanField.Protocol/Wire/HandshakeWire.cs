using static MeanField.Protocol.Conversations.Handshake;

namespace MeanField.Protocol.Wire;

internal static class HandshakeWire
{
    public static IReadOnlyList<WireType> Types { get; } =
    [
        WireType.Of<Introduce>(
            "introduce/1", (w, message) => Write(w, message.Identity), (ref r) => new Introduce(Read(ref r))),
        WireType.Of<Introduced>(
            "introduced/1", (w, message) => Write(w, message.Identity), (ref r) => new Introduced(Read(ref r))),
    ];

    private static void Write(WireWriter writer, MemberIdentity identity)
    {
        writer.Text(identity.Program);
        writer.Text(identity.Messages);
        writer.Text(identity.Journal);
    }

    private static MemberIdentity Read(ref WireReader reader) =>
        new(reader.Text(), reader.Text(), reader.Text());
}
