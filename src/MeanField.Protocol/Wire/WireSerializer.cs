using Akka.Actor;
using Akka.Serialization;

namespace MeanField.Protocol.Wire;

/// <summary>
/// Akka's door to <see cref="WireCatalogue"/>: only catalogued types pass, in either direction.
/// </summary>
public sealed class WireSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    [ThreadStatic]
    private static WireWriter? _writer;

    private readonly Func<string, IActorRef> _resolve = path => system.Provider.ResolveActorRef(path);

    public override int Identifier => 7101;

    public override string Manifest(object o) => WireCatalogue.Of(o).Manifest;

    public override byte[] ToBinary(object obj)
    {
        var writer = _writer ??= new WireWriter();
        writer.Clear();
        WireCatalogue.Of(obj).Write(writer, (IWireMessage)obj);
        return writer.ToArray();
    }

    public override object FromBinary(byte[] bytes, string manifest)
    {
        var type = WireCatalogue.Named(manifest);
        var reader = new WireReader(bytes, _resolve);
        var message = type.Read(ref reader);
        reader.ExpectEnd();
        return message;
    }
}
