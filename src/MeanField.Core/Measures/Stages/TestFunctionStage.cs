using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Stages;

/// <summary>Means of the specification's test functions.</summary>
internal sealed class TestFunctionStage(EquatableList<TestFunctionSpec> functions, long particles)
    : IObservationStage
{
    private readonly List<NamedValue> _columns = [];

    public ProbeRequest? Next =>
        _columns.Count == functions.Count ? null : new ProbeRequest(ProbeKind.TestFunctions);

    public void Accept(ProbeTotals totals)
    {
        var means = totals.Sums.Select(sum => sum.Round() / particles);
        _columns.AddRange(functions.Zip(means, (f, mean) => new NamedValue(f.Name, mean)));
    }

    public Observation Describe(Observation observation) =>
        observation with { Columns = observation.Columns.AddRange(_columns) };
}
