using Akka.Actor;
using CsCheck;
using MeanField.Protocol.Conversations;
using MeanField.Protocol.Wire;

namespace MeanField.Protocol.Tests;

public sealed class WireTests : IDisposable
{
    private readonly ActorSystem _system =
        ActorSystem.Create("wire", "akka.loglevel = OFF, akka.stdout-loglevel = OFF");
    private readonly WireSerializer _serializer;
    private readonly IActorRef _actor;

    public WireTests()
    {
        _serializer = new((ExtendedActorSystem)_system);
        _actor = _system.ActorOf(Props.Create(() => new Silent()), "someone");
    }

    public static TheoryData<Type> WireTypes => [.. typeof(IWireMessage).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false })
        .Where(type => type.IsAssignableTo(typeof(IWireMessage)))];

    public void Dispose() => _system.Dispose();

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Every_wire_type_comes_back_as_it_went(Type type) =>
        Samples.ByType(_actor)[type].Sample(message =>
        {
            var read = _serializer.FromBinary(_serializer.ToBinary(message), _serializer.Manifest(message));
            Assert.Equal(Described.Of(message), Described.Of(read));
        }, iter: 300);

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Every_wire_type_refuses_bytes_that_are_cut_short(Type type) =>
        Samples.ByType(_actor)[type].Sample(message =>
        {
            var bytes = _serializer.ToBinary(message);
            for (var length = 0; length < bytes.Length; length++)
                Assert.Throws<WireFormatException>(
                    () => _serializer.FromBinary(bytes[..length], _serializer.Manifest(message)));
        }, iter: 20);

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Every_wire_type_refuses_bytes_after_its_end(Type type) =>
        Samples.ByType(_actor)[type].Sample(message =>
        {
            byte[] bytes = [.. _serializer.ToBinary(message), 0];
            var manifest = _serializer.Manifest(message);
            Assert.Throws<WireFormatException>(() => _serializer.FromBinary(bytes, manifest));
        }, iter: 20);

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Whatever_the_bytes_a_wire_type_is_read_or_refused_clearly(Type type)
    {
        var manifest = WireCatalogue.Types.Single(wire => wire.Type == type).Manifest;
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var thrown = Record.Exception(() => _serializer.FromBinary(bytes, manifest));
            Assert.True(thrown is null or WireFormatException, $"{thrown}");
        }, iter: 1000);
    }

    [Fact]
    public void Manifests_are_versioned_and_name_no_type() => Assert.All(WireCatalogue.Types, wire =>
    {
        Assert.Matches("^[a-z-]+/[0-9]+$", wire.Manifest);
        Assert.DoesNotContain("MeanField", wire.Manifest, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void A_manifest_of_another_version_is_refused() =>
        Assert.Throws<WireFormatException>(() => _serializer.FromBinary([], "open/999"));

    [Fact]
    public void A_type_outside_the_catalogue_is_refused() =>
        Assert.Throws<ArgumentException>(() => _serializer.ToBinary("text"));

    [Fact]
    public void A_step_of_one_node_takes_few_bytes()
    {
        var run = new RunId("run-0123456789abcdef0123456789abcdef");
        var stamp = new RoundStamp(run, 1_800_000_000_000, 9_999_999, 9_999_999);
        var down = _serializer.ToBinary(new Rounds.Open(stamp, ShardSet.All(8), [0.1], null, []));
        var up = _serializer.ToBinary(
            new Rounds.NodeAnswered(stamp, ShardSet.All(8), false, 0, 1, new byte[15]));
        // the run's name, three numbers, the set, the payload: the envelope of remoting is 137 bytes
        Assert.InRange(down.Length, 1, 80);
        Assert.InRange(up.Length, 1, 90);
    }

    private sealed class Silent : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
