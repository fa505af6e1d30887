namespace MeanField.Core.Measures.Stages;

/// <summary>A part of an observation plan: asks its probes in turn, then describes what it learned.</summary>
internal interface IObservationStage
{
    /// <summary>What is asked now; null when this stage knows all.</summary>
    ProbeRequest? Next { get; }

    void Accept(ProbeTotals totals);

    /// <summary>The observation with this stage's part added.</summary>
    Observation Describe(Observation observation);
}
