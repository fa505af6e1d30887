namespace MeanField.Theory.Potentials;

/// <summary>A law of neurons that is a sum of weighted points.</summary>
/// <param name="Length">D.</param>
/// <param name="Rows">count × D.</param>
/// <param name="Masses">Of sum 1.</param>
public sealed record WeightedNeurons(int Length, double[] Rows, double[] Masses)
{
    public int Count => Masses.Length;

    public ReadOnlySpan<double> this[int i] => Rows.AsSpan(i * Length, Length);

    /// <summary>Neurons of equal mass.</summary>
    public static WeightedNeurons Equal(int length, double[] rows)
    {
        var count = rows.Length / length;
        return new(length, rows, [.. Enumerable.Repeat(1.0 / count, count)]);
    }
}
