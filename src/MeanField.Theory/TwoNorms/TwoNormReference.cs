using MeanField.Theory.Radial;

namespace MeanField.Theory.TwoNorms;

/// <summary>Whether the reduction to two norms solves an experiment.</summary>
public static class TwoNormReference
{
    private const string Reason =
        "data and initial law are invariant under rotations of the signal's coordinates and of the rest, "
        + "so that the limit is exactly a law on two norms";

    public static ReferenceChoice Choose(ExperimentSpec spec) => Obstacle(spec) is { } obstacle
        ? new(null, $"dynamics of two norms: {obstacle}")
        : new(SolverOf(spec), Reason);

    /// <summary>The problem of a specification that has no obstacle.</summary>
    public static TwoNormProblem ProblemOf(ExperimentSpec spec)
    {
        var data = (AnisotropicGaussiansData)spec.Data;
        return new(RadialReference.ProblemOf(spec, data.Dimension, data.Separation), data.SignalDimension);
    }

    /// <summary>Why the reduction does not apply; null where it does.</summary>
    public static string? Obstacle(ExperimentSpec spec) => spec.Data is AnisotropicGaussiansData
        ? RadialReference.DynamicsObstacle(spec)
        : "the data are not the two anisotropic Gaussians";

    // a signal in every coordinate, or in none, leaves one norm
    private static IReferenceSolver SolverOf(ExperimentSpec spec)
    {
        var problem = ProblemOf(spec);
        return problem.RestDimension == 0
            ? RadialReference.SolverOf(problem.Common, spec.Observe)
            : new TwoNormSolver(problem, spec.Observe);
    }
}
