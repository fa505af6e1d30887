using MeanField.Actors.Tests.Oscillators;

namespace MeanField.Actors.Tests;

/// <summary>
/// One engine for the tests of a class; every message goes through the serializer on the way.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    public ActorEngine Engine { get; private set; } = null!;

    // what Akka tells itself within a process has no form for links, where JSON is refused
    private const string SerializeEverything = """
        akka.actor.serialize-messages = on
        akka.actor.serializers.json = "Akka.Serialization.NewtonSoftJsonSerializer, Akka"
        """;

    public async Task InitializeAsync() => Engine = await ActorEngine.StartAsync(
        new OscillatorSource(), new() { Hocon = SerializeEverything });

    public async Task DisposeAsync() => await Engine.DisposeAsync();
}

internal static class EngineRuns
{
    public static Task<Listening.RunReport> RunAsync(
        this ActorEngine engine,
        OscillatorWorkload workload,
        RunRecord record,
        RunOptions? options = null,
        CancellationToken cancellation = default) => engine.RunAsync(
            OscillatorSource.Write(workload), workload, options ?? new(), record.TakeAsync, cancellation);
}
