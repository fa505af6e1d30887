using MeanField.Actors;
using MeanField.Core.Dynamics;
using Microsoft.Extensions.Logging;

namespace MeanField.Cli.Running;

/// <summary>The engine that was chosen.</summary>
internal static class Engines
{
    public static int Shards(EngineChoice choice, Experiment experiment) => choice.Kind == EngineKind.Serial
        ? 1
        : new RunOptions { Shards = choice.Shards }.ShardsFor(experiment.Model, Environment.ProcessorCount);

    public static IEngine Create(
        EngineChoice choice, Experiment experiment, ILoggerFactory loggers, TimeProvider clock) =>
        choice.Kind == EngineKind.Serial
            ? new SerialRun(experiment)
            : new ActorRun(experiment.Spec, Shards(choice, experiment), loggers, clock);
}
