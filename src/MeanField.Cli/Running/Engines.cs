using MeanField.Core.Dynamics;
using Serilog.Core;

namespace MeanField.Cli.Running;

/// <summary>The engine that was chosen.</summary>
internal static class Engines
{
    public static IEngine Create(
        EngineChoice choice, Experiment experiment, Spread spread, RunNotes notes, Logger logs, TimeProvider clock) =>
        choice.Kind == EngineKind.Serial
            ? new SerialRun(experiment)
            : new ActorRun(experiment.Spec, spread, notes, logs, clock);
}
