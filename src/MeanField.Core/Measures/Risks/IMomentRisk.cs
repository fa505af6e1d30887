namespace MeanField.Core.Measures.Risks;

/// <summary>A closed form of the risk in finitely many sums Σ_i a_i p(w_i, b_i) of monomials p.</summary>
internal interface IMomentRisk
{
    /// <summary>How many monomials.</summary>
    int Count { get; }

    /// <summary>Adds one particle's a·p for the monomials first … first + sums.Length − 1.</summary>
    void Add(ReadOnlySpan<double> row, int first, Span<double> sums);

    /// <summary>The population risk, from the sums over all particles.</summary>
    double Risk(ReadOnlySpan<double> sums);
}
