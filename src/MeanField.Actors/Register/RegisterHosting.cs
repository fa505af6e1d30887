using Akka.Actor;
using Akka.Cluster.Hosting;
using Akka.Hosting;
using MeanField.Actors.Coordination;

namespace MeanField.Actors.Register;

/// <summary>What members have for clients: a desk each, and one register for all.</summary>
internal static class RegisterHosting
{
    /// <param name="builder">Behind the region of runs.</param>
    /// <param name="isCoordinator">Whether this member may hold the register.</param>
    /// <param name="role">That such members have; null: all may.</param>
    public static AkkaConfigurationBuilder WithClients(
        this AkkaConfigurationBuilder builder, bool isCoordinator, string? role)
    {
        var options = new ClusterSingletonOptions { Role = role, BufferSize = 100 };
        return (isCoordinator
            ? builder.WithSingleton<RunRegister>(
                RunRegister.Name,
                (_, registry, _) => RunRegister.Props(registry.Get<RunCoordinator>()),
                options)
            : builder.WithSingletonProxy<RunRegister>(RunRegister.Name, options))
            .WithActors((system, registry) => system.ActorOf(
                Props.Create(() => new RunDesk(registry.Get<RunCoordinator>(), registry.Get<RunRegister>())),
                RunDesk.Name));
    }
}
