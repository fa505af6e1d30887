namespace MeanField.Theory;

/// <summary>Solves the infinite-width limit of one experiment, independently of the simulation.</summary>
public interface IReferenceSolver
{
    /// <summary>The method, as a person would name it.</summary>
    string Name { get; }

    /// <summary>The order of the time discretisation, as measured by the tests; 0 where the solution is in
    /// closed form.</summary>
    int Order { get; }

    /// <summary>The limit at the given times (non-negative, ascending).</summary>
    /// <exception cref="ReferenceToleranceException">The solver could not reach its tolerance.</exception>
    /// <exception cref="ReferenceCostException">It was not asked for, and would take long.</exception>
    ReferenceSolution Solve(IReadOnlyList<double> times, CancellationToken cancellation = default);
}
