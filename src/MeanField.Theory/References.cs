using System.Collections.Immutable;
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
    /// <summary>About 10 seconds of one core.</summary>
    private const double MostUnasked = 5e10;

    private static readonly (string Name, Func<ExperimentSpec, ReferenceChoice> Choose)[] Families =
    [
        ("radial", RadialReference.Choose),
        ("two-norms", TwoNormReference.Choose),
        ("linear", LinearReference.Choose),
        ("quadratic", QuadraticReference.Choose),
        ("radial-fokker-planck", RadialReduction.Choose),
        ("line-fokker-planck", LineReduction.Choose),
        ("plane-fokker-planck", PlaneReduction.Choose),
        ("given-particles", ParticleReference.Choose),
        ("reference-particles", EnsembleReference.Choose),
    ];

    /// <summary>The names of the solvers, the most special ones first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Families.Select(family => family.Name)];

    /// <summary>The first solver that has the limit; reference particles only while they take few
    /// operations.</summary>
    public static ReferenceChoice Choose(ExperimentSpec spec)
    {
        if (LimitObstacle.Of(spec) is { } obstacle)
            return new(null, obstacle);
        var choices = Families.Select(family => family.Choose(spec)).ToArray();
        return choices.Select(Bounded).FirstOrDefault(choice => choice.Solver is not null)
            ?? new(null, "no reference: " + string.Join("; ", choices.Select(choice => choice.Reason)));
    }

    /// <summary>The solver of a name, where it has the limit.</summary>
    /// <exception cref="ArgumentException">No solver is called so.</exception>
    public static ReferenceChoice Choose(ExperimentSpec spec, string name)
    {
        var index = Names.IndexOf(name);
        if (index < 0)
            throw new ArgumentException($"is '{name}'; the solvers are {string.Join(", ", Names)}");
        return LimitObstacle.Of(spec) is { } obstacle ? new(null, obstacle) : Families[index].Choose(spec);
    }

    private static ReferenceChoice Bounded(ReferenceChoice choice) => choice.Solver is EnsembleReference cloud
        ? choice with { Solver = cloud.Within(MostUnasked) }
        : choice;
}
