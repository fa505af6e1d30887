namespace MeanField.Protocol.Wire;

/// <summary>
/// A message type, its manifest (name and version, never a type name) and how it is written and read.
/// </summary>
public sealed record WireType(
    string Manifest,
    Type Type,
    Action<WireWriter, IWireMessage> Write,
    WireRead Read)
{
    public static WireType Of<T>(string manifest, Action<WireWriter, T> write, WireRead read)
        where T : class, IWireMessage =>
        new(manifest, typeof(T), (writer, message) => write(writer, (T)message), read);
}

public delegate IWireMessage WireRead(ref WireReader reader);
