using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace MeanField.Protocol.Wire;

/// <summary>
/// Takes the place, by number, of a serializer of Akka's that would make objects of whatever type the bytes name: nothing
/// that comes over a link decides what is made of it.
/// </summary>
public abstract class RefusedSerializer(ExtendedActorSystem system, int identifier, string what)
    : SerializerWithStringManifest(system)
{
    public override int Identifier => identifier;

    public override string Manifest(object o) => throw Refused(o.GetType().ToString());

    public override byte[] ToBinary(object obj) => throw Refused(obj.GetType().ToString());

    public override object FromBinary(byte[] bytes, string manifest) => throw Refused(manifest);

    private SerializationException Refused(string type) =>
        new($"{what} is not exchanged between members: '{type}' was refused");
}

/// <summary>Instead of Newtonsoft's JSON, which Akka falls back on for types that nobody has bound.</summary>
public sealed class RefusedJson : RefusedSerializer
{
    // Akka hands over the settings of the serializer that is replaced
    public RefusedJson(ExtendedActorSystem system, Config _)
        : base(system, 1, "JSON with type names")
    {
    }
}

/// <summary>Instead of protocol buffers of any class.</summary>
public sealed class RefusedProtobuf(ExtendedActorSystem system)
    : RefusedSerializer(system, 2, "A protocol buffer of a named class");

/// <summary>Instead of the actors that one system may otherwise start in another.</summary>
public sealed class RefusedDeployment(ExtendedActorSystem system)
    : RefusedSerializer(system, 3, "Deployment of actors");
