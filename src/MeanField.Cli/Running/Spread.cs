using MeanField.Actors;
using MeanField.Core.Dynamics;

namespace MeanField.Cli.Running;

/// <summary>How a run is spread over this machine: it changes nothing in the answer.</summary>
/// <param name="Nodes">Processes.</param>
/// <param name="Shards">Parts of the particles.</param>
/// <param name="ThreadsOfEach">Threads that a process computes on.</param>
internal sealed record Spread(int Nodes, int Shards, int ThreadsOfEach)
{
    /// <summary>Below so many particles for each process, messages cost more time than is shared out.</summary>
    private const int WorthwhileParticles = 30_000;

    public static Spread Of(EngineChoice choice, IMeanFieldModel model)
    {
        if (choice.Kind == EngineKind.Serial)
            return new(1, 1, 1);
        var threads = Math.Max(1, Environment.ProcessorCount / choice.Nodes);
        var usual = new RunOptions { Shards = choice.Shards }.ShardsFor(model, threads * choice.Nodes);
        // whoever asks for more processes wants them to have something to do
        var shards = choice.Shards is null ? Math.Clamp(choice.Nodes, usual, Math.Max(usual, model.Leaves)) : usual;
        return new(choice.Nodes, shards, threads);
    }

    /// <summary>A remark for whoever asked for more processes than are of use; null where there is none.</summary>
    public string? Remark(IMeanFieldModel model) =>
        Nodes == 1 ? null
        : Shards < Nodes ? $"{Shards} shards for {Nodes} processes: some of them have nothing to do"
        : model.Particles < WorthwhileParticles ? $"{model.Particles:#,0} particles are few for {Nodes} processes: "
            + "messages take longer than the work that they share out"
        : null;
}
