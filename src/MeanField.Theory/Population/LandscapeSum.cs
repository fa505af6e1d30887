namespace MeanField.Theory.Population;

/// <summary>Ψ(θ; ρ) = −E[(y − f(x)) σ*(x; θ)] and −∇Ψ at fixed points for many ρ at once.</summary>
/// <remarks>σ* and ∇σ* at a point are the dear part, and the same for every ρ.</remarks>
internal sealed class LandscapeSum(RidgeNeuron neuron, WeightedSamples samples, IReadOnlyList<double[]> residuals)
{
    private readonly double[] _weighted = SampleMajor(samples, residuals);

    public IReadOnlyList<Landscape> At(double[] points)
    {
        var count = points.Length / neuron.Length;
        Landscape[] landscapes =
            [.. residuals.Select(_ => new Landscape(new double[count], new double[points.Length]))];
        Parallel.For(0, count, i => AddPoint(points, i, landscapes));
        return landscapes;
    }

    private void AddPoint(double[] points, int point, Landscape[] landscapes)
    {
        var (length, laws) = (neuron.Length, landscapes.Length);
        var theta = points.AsSpan(point * length, length);
        // the value, then the gradient, for every law
        var sums = new double[(1 + length) * laws];
        var terms = new double[1 + length];
        for (var k = 0; k < samples.Count; k++)
        {
            Array.Clear(terms);
            terms[0] = neuron.Value(samples.Input(k), theta);
            neuron.AddGradient(samples.Input(k), theta, 1, terms.AsSpan(1));
            for (var term = 0; term < terms.Length; term++)
                Add(terms[term], _weighted.AsSpan(k * laws, laws), sums.AsSpan(term * laws, laws));
        }
        for (var law = 0; law < laws; law++)
        {
            landscapes[law].Potential[point] = -sums[law];
            for (var j = 0; j < length; j++)
                landscapes[law].Descent[point * length + j] = sums[(1 + j) * laws + law];
        }
    }

    private static void Add(double factor, ReadOnlySpan<double> residuals, Span<double> sums)
    {
        for (var law = 0; law < sums.Length; law++)
            sums[law] += factor * residuals[law];
    }

    private static double[] SampleMajor(WeightedSamples samples, IReadOnlyList<double[]> residuals)
    {
        var weighted = new double[samples.Count * residuals.Count];
        for (var k = 0; k < samples.Count; k++)
            for (var law = 0; law < residuals.Count; law++)
                weighted[k * residuals.Count + law] = samples.Weights[k] * residuals[law][k];
        return weighted;
    }
}
