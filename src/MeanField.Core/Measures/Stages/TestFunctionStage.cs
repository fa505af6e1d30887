using MeanField.Core.Specification;

namespace MeanField.Core.Measures.Stages;

/// <summary>Means of the specification's test functions.</summary>
internal sealed class TestFunctionStage(EquatableList<TestFunctionSpec> functions, long particles) : IObservationStage
{
    private readonly List<NamedValue> _columns = [];

    public ProbeRequest? Next =>
        _columns.Count == functions.Count ? null : new ProbeRequest(ProbeKind.TestFunctions);

    public void Accept(ProbeTotals totals) =>
        _columns.AddRange(functions.Select((f, i) => new NamedValue(f.Name, totals.Sums[i].Round() / particles)));

    public Observation Describe(Observation observation) =>
        observation with { Columns = observation.Columns.AddRange(_columns) };
}
