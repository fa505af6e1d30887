namespace MeanField.Theory.Population;

/// <summary>−∇V, −∇∫U dρ and R(ρ) for a law of neurons that is a sum of weighted points.</summary>
public sealed class PopulationField(RidgeNeuron neuron, WeightedSamples samples, double outputScale)
{
    private readonly double[] _outputs = new double[samples.Count];

    /// <summary>D.</summary>
    public int Length => neuron.Length;

    /// <summary>−∇V(θ) = E[y ∇σ*(x; θ)] at every point (count × D).</summary>
    public double[] External(ReadOnlySpan<double> points) => Fields(points, samples.Targets, 1);

    /// <summary>−∇∫U(θ, θ′) ρ(dθ′) = −E[f(x) ∇σ*(x; θ)] at every point, f the network of these
    /// particles.</summary>
    public double[] Interaction(ReadOnlySpan<double> points, ReadOnlySpan<double> particles)
    {
        SolveOutputs(particles);
        return Fields(points, _outputs, -1);
    }

    /// <summary>Ψ(θ; ρ) and −∇Ψ at every point, for each of many ρ.</summary>
    public IReadOnlyList<Landscape> Landscapes(double[] points, IEnumerable<double[]> laws) =>
        new LandscapeSum(neuron, samples, [.. laws.Select(particles => Residuals(particles))]).At(points);

    /// <summary>R(ρ) = E(y − f)².</summary>
    public double Risk(ReadOnlySpan<double> particles)
    {
        SolveOutputs(particles);
        var risk = samples.NoiseVariance;
        for (var k = 0; k < samples.Count; k++)
            risk += samples.Weights[k] * Math.Pow(samples.Targets[k] - _outputs[k], 2);
        return risk;
    }

    /// <summary>y − f of every sample, f the network of these particles.</summary>
    private double[] Residuals(ReadOnlySpan<double> particles)
    {
        SolveOutputs(particles);
        return [.. samples.Targets.Zip(_outputs, (y, f) => y - f)];
    }

    private void SolveOutputs(ReadOnlySpan<double> particles)
    {
        var count = particles.Length / Length;
        for (var k = 0; k < samples.Count; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++)
                sum += neuron.Value(samples.Input(k), particles.Slice(i * Length, Length));
            _outputs[k] = outputScale * sum / count;
        }
    }

    private double[] Fields(ReadOnlySpan<double> points, double[] factors, double sign)
    {
        var fields = new double[points.Length];
        for (var i = 0; i < points.Length; i += Length)
            for (var k = 0; k < samples.Count; k++)
                neuron.AddGradient(
                    samples.Input(k),
                    points.Slice(i, Length),
                    sign * samples.Weights[k] * factors[k],
                    fields.AsSpan(i, Length));
        return fields;
    }
}
