using MeanField.Core.Dynamics;
using MeanField.Lab.Runs;
using Serilog.Core;

namespace MeanField.Cli.Running;

/// <summary>The engine that was chosen.</summary>
internal static class Engines
{
    public static IEngine Create(
        EngineChoice choice,
        Experiment experiment,
        Spread spread,
        RunDirectory directory,
        Logger logs,
        TimeProvider clock)
    {
        var checkpoints = SavedParticles.At(SavedParticles.PlaceIn(directory.Path));
        return choice.Kind == EngineKind.Serial
            ? new SerialRun(experiment, checkpoints, logs, clock)
            : new ActorRun(experiment.Spec, spread, checkpoints, logs, clock);
    }
}
