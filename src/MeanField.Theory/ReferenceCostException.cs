using System.Globalization;

namespace MeanField.Theory;

/// <summary>A solution would take more operations than a solver that is chosen unasked may take.</summary>
public sealed class ReferenceCostException(string solver, double operations, double most)
    : Exception(string.Create(
        CultureInfo.InvariantCulture,
        $"{solver} would take some {operations:g2} operations, and {most:g2} are spent unasked; {Advice}"))
{
    private const string Advice = "ask for it by `meanfield theory SPEC --solver reference-particles`";
}
