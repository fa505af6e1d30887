using System.Globalization;

namespace MeanField.Theory;

/// <summary>A solver could not reach its tolerance, and so returns no curve.</summary>
public sealed class ReferenceToleranceException(string solver, double reached, double tolerance)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"{solver}: the solution still changes by {reached:g3} under refinement; {tolerance:g3} was asked"))
{
    public double Reached { get; } = reached;

    public double Tolerance { get; } = tolerance;
}
