using MeanField.Core.Specification;
using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Cli.Running;

/// <summary>Solves the infinite-width limit of a run, where there is a solver for it, and lays it beside the run.</summary>
internal static class Overlay
{
    /// <summary>A solver that misses its tolerance costs the curve, not the run.</summary>
    public static void Add(RunDirectory directory, ExperimentSpec spec, TextWriter error)
    {
        var choice = References.Choose(spec);
        var times = ReferenceTimes.Of([.. directory.Result.Observations.Select(observation => observation.Time)]);
        try
        {
            directory.Accept(choice.Solver?.Solve(times, CancellationToken.None), choice.Reason);
        }
        catch (ReferenceToleranceException missed)
        {
            error.WriteLine($"theory: {missed.Message}; the run is drawn without it");
            directory.Accept(reference: null, missed.Message);
        }
    }
}
