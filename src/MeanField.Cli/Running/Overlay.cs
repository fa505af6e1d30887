using MeanField.Core.Specification;
using MeanField.Lab.Runs;
using MeanField.Theory;

namespace MeanField.Cli.Running;

/// <summary>Solves the infinite-width limit of a run, where there is a solver for it, and lays it
/// beside the run.</summary>
internal static class Overlay
{
    /// <summary>A solver that misses its tolerance, or is interrupted, costs the curve and not the
    /// run.</summary>
    public static void Add(
        RunDirectory directory, ExperimentSpec spec, TextWriter error, CancellationToken cancellation)
    {
        var choice = References.Choose(spec);
        double[] observed = [.. directory.Result.Observations.Select(observation => observation.Time)];
        var times = ReferenceTimes.Of(observed);
        if (choice.Solver is not null)
            error.WriteLine($"{spec.Name}: solving the infinite-width limit");
        try
        {
            directory.Accept(choice.Solver?.Solve(times, cancellation), choice.Reason);
        }
        catch (Exception missed) when (missed is ReferenceToleranceException or ReferenceCostException)
        {
            GoWithout(directory, missed.Message, error);
        }
        catch (OperationCanceledException)
        {
            GoWithout(directory, "its solution was interrupted", error);
        }
    }

    private static void GoWithout(RunDirectory directory, string reason, TextWriter error)
    {
        error.WriteLine($"theory: {reason}; the run is drawn without it");
        directory.Accept(reference: null, reason);
    }
}
