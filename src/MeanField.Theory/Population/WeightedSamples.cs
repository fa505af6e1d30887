namespace MeanField.Theory.Population;

/// <summary>A law of (x, y) as weighted points, over which every population mean is a sum.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Inputs">count × d, sample-major.</param>
/// <param name="Targets">E(y | x).</param>
/// <param name="Weights">Of sum 1.</param>
/// <param name="NoiseVariance">Var(y | x), which only adds to the risk.</param>
/// <param name="Exact">The points are the whole law, not a quadrature of it.</param>
public sealed record WeightedSamples(
    int Dimension,
    double[] Inputs,
    double[] Targets,
    double[] Weights,
    double NoiseVariance,
    bool Exact)
{
    public int Count => Targets.Length;

    public ReadOnlySpan<double> Input(int k) => Inputs.AsSpan(k * Dimension, Dimension);
}
