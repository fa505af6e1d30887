namespace MeanField.Core.Measures;

/// <summary>
/// A pure conversation that ends in an observation: it asks one probe at a time, each depending on the answers
/// before. The serial engine answers from its block, the coordinator from all shards; the arithmetic is here, once.
/// </summary>
public interface IProbePlan
{
    /// <summary>The step whose state is probed.</summary>
    long Step { get; }

    /// <summary>What is asked now; null when all is known.</summary>
    ProbeRequest? Next { get; }

    /// <summary>An empty answer to <see cref="Next"/>, for blocks to add to.</summary>
    ProbeTotals Empty();

    /// <summary>Takes the answer to <see cref="Next"/> and moves on.</summary>
    void Accept(ProbeTotals totals);

    /// <summary>What was measured, once <see cref="Next"/> is null.</summary>
    Observation Complete();
}
