namespace MeanField.Core.Specification;

/// <summary>A specification was refused; it carries every fault at once.</summary>
public sealed class SpecificationException(IReadOnlyList<Fault> faults) : Exception(Describe(faults))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;

    private static string Describe(IReadOnlyList<Fault> faults) =>
        string.Join(Environment.NewLine, faults);
}
