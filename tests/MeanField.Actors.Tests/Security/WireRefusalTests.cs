using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Serialization;
using MeanField.Actors.Membership;
using MeanField.Actors.Tests.Oscillators;
using MeanField.Protocol.Conversations;

namespace MeanField.Actors.Tests.Security;

/// <summary>Nothing that comes over a link decides which types are made of it.</summary>
public sealed class WireRefusalTests : IAsyncLifetime
{
    private ActorEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await ActorEngine.StartAsync(new OscillatorSource());

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Serializers_that_make_what_the_bytes_name_are_refused(int identifier)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"$type":"{{typeof(Gadget).AssemblyQualifiedName}}","Command":"rm"}""");
        Assert.Throws<SerializationException>(() =>
            _engine.System.Serialization.Deserialize(bytes, identifier, typeof(Gadget).AssemblyQualifiedName!));
    }

    [Fact]
    public void What_nobody_has_bound_is_not_sent_either() =>
        Assert.Throws<SerializationException>(() => _engine.System.Serialization.Serialize(new Gadget()));

    [Fact]
    public async Task A_polymorphic_JSON_message_from_another_system_makes_nothing_and_harms_nobody()
    {
        // an Akka system as it comes, which sends whatever it has as JSON with type names
        using var stranger = ActorSystem.Create("stranger", """
            akka.actor.provider = remote
            akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
            akka.loglevel = OFF
            akka.actor.serializers.meanfield = "MeanField.Protocol.Wire.WireSerializer, MeanField.Protocol"
            akka.actor.serialization-bindings."MeanField.Protocol.IWireMessage, MeanField.Protocol" = meanfield
            """);
        Assert.IsType<NewtonSoftJsonSerializer>(stranger.Serialization.FindSerializerForType(typeof(Gadget)));
        var door = stranger.ActorSelection(
            $"akka.tcp://meanfield@{_engine.Address}/user/{Doorkeeper.Name}");
        door.Tell(new Gadget());
        var made = Gadget.Made;
        // on the same connection behind it, so that it has been read when this is answered
        var answer = await door.Ask<Handshake.Introduced>(
            new Handshake.Introduce(new("", "", "")), TimeSpan.FromSeconds(30));
        Assert.NotNull(answer);
        Assert.Equal(made, Gadget.Made);
    }

    /// <summary>What an attacker hopes to find: making one has an effect.</summary>
    public sealed class Gadget
    {
        private static int _made;

        public Gadget() => Interlocked.Increment(ref _made);

        public static int Made => Volatile.Read(ref _made);

        public string Command { get; set; } = "";
    }
}
