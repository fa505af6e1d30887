namespace MeanField.Core.Measures;

/// <summary>What one kind of probe adds up over the particles of a leaf.</summary>
internal interface ILeafStatistic
{
    /// <summary>An empty answer.</summary>
    ProbeTotals Empty(in ProbeRequest request);

    void Add(in ProbeRequest request, in Leaf leaf, ProbeTotals totals);
}

/// <summary>
/// A whole leaf's particles: rows w₁ … w_d, a, b, of <paramref name="width"/> = d + 2 numbers.
/// </summary>
internal readonly ref struct Leaf(long first, int count, int width, ReadOnlySpan<double> rows)
{
    private readonly ReadOnlySpan<double> _rows = rows;

    public long First => first;

    public int Count => count;

    public ReadOnlySpan<double> this[int particle] => _rows.Slice(particle * width, width);
}
