using MeanField.Theory.FokkerPlanck;
using MeanField.Theory.Moments;
using MeanField.Theory.Population;
using MeanField.Theory.Radial;
using MeanField.Theory.TwoNorms;

namespace MeanField.Theory;

/// <summary>Which solver has the infinite-width limit of an experiment, and why.</summary>
/// <param name="Solver">Null where no solver has it.</param>
/// <param name="Reason">Why this solver, or why none.</param>
public sealed record ReferenceChoice(IReferenceSolver? Solver, string Reason);

/// <summary>Finds the reference that a run is held against.</summary>
public static class References
{
    private static readonly Func<ExperimentSpec, ReferenceChoice>[] Families =
    [
        RadialReference.Choose,
        TwoNormReference.Choose,
        LinearReference.Choose,
        QuadraticReference.Choose,
        FokkerPlanckSolver.Choose,
        ParticleReference.Choose,
        EnsembleReference.Choose,
    ];

    public static ReferenceChoice Choose(ExperimentSpec spec)
    {
        if (LimitObstacle.Of(spec) is { } obstacle)
            return new(null, obstacle);
        var choices = Families.Select(family => family(spec)).ToArray();
        return choices.FirstOrDefault(choice => choice.Solver is not null)
            ?? new(null, "no reference: " + string.Join("; ", choices.Select(choice => choice.Reason)));
    }
}
